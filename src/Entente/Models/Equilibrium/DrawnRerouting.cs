namespace Entente.Models.Equilibrium;

/// <summary>A way of evading with its numbers drawn.</summary>
internal sealed record DrawnRerouting
{
    public required Rerouting Declared { get; init; }

    public required double Dispersion { get; init; }

    public required double Reach { get; init; }

    public required IReadOnlyList<DrawnHub> Hubs { get; init; }

    /// <summary>0 where nobody threatens.</summary>
    public double Probability { get; private init; }

    public double Cut { get; private init; }

    /// <summary>Null where the model says it.</summary>
    public double? Loss { get; private init; }

    /// <param name="Weight">NaN where the base says it.</param>
    /// <param name="Cost">With what detection takes: e (1 + δρ).</param>
    public readonly record struct DrawnHub(double Weight, double Cost, double Margin);

    /// <summary>Its uncertain inputs, in the order in which <see cref="Of"/> asks for them.</summary>
    public static IEnumerable<(string Name, Spread Value)> Uncertain(Rerouting? rerouting) =>
        rerouting is null ? [] : Spreads(rerouting).Where(s => !s.Value.IsExact);

    public static DrawnRerouting? Of(Rerouting? rerouting, Func<Spread, double> value)
    {
        if (rerouting is null)
            return null;
        // A number that is given for all hubs at once is one number, drawn once.
        var drawn = new Dictionary<Spread, double>(ReferenceEqualityComparer.Instance);
        foreach (var (_, spread) in Spreads(rerouting))
            drawn[spread] = value(spread);
        return new()
        {
            Declared = rerouting,
            Dispersion = drawn[rerouting.Dispersion],
            Reach = drawn[rerouting.Reach],
            Hubs =
            [
                .. rerouting.Hubs.Select(h => new DrawnHub(
                    h.Weight is { } weight ? drawn[weight] : double.NaN,
                    drawn[h.Cost] * (1 + (drawn[h.Detection] * drawn[h.Penalty])),
                    drawn[h.Margin]
                )),
            ],
            Probability = rerouting.Secondary is { } s ? drawn[s.Probability] : 0,
            Cut = rerouting.Secondary is { } t ? drawn[t.Cut] : 0,
            Loss = rerouting.Secondary?.Loss is { } loss ? drawn[loss] : null,
        };
    }

    private static IEnumerable<(string Name, Spread Value)> Spreads(Rerouting rerouting)
    {
        var all = new List<(string Name, Spread Value)>
        {
            ("dispersion of ways", rerouting.Dispersion),
            ("reach of ways", rerouting.Reach),
        };
        foreach (var hub in rerouting.Hubs)
        {
            if (hub.Weight is { } weight)
                all.Add(($"weight of {hub.Region}", weight));
            all.Add((Named("cost of evasion", hub, h => h.Cost), hub.Cost));
            all.Add((Named("margin", hub, h => h.Margin), hub.Margin));
            all.Add((Named("detection", hub, h => h.Detection), hub.Detection));
            all.Add((Named("penalty", hub, h => h.Penalty), hub.Penalty));
        }
        if (rerouting.Secondary is { } secondary)
        {
            all.Add(("probability of secondary sanctions", secondary.Probability));
            all.Add(("cut of secondary sanctions", secondary.Cut));
            if (secondary.Loss is { } loss)
                all.Add(("loss by secondary sanctions", loss));
        }
        var seen = new HashSet<Spread>(ReferenceEqualityComparer.Instance);
        return all.Where(s => seen.Add(s.Value));

        string Named(string what, ReroutingHub hub, Func<ReroutingHub, Spread> of) =>
            rerouting.Hubs.Count(h => ReferenceEquals(of(h), of(hub))) > 1 ? what : $"{what} through {hub.Region}";
    }
}
