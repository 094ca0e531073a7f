using Entente.Numerics.Equilibrium;

namespace Entente.Models.Equilibrium;

/// <summary>What a supplier sells to a target in the controlled sectors.</summary>
/// <param name="Region">Place of the supplier; the target itself is what it makes and uses at home.</param>
/// <param name="Controls">Whether it controls any of that.</param>
/// <param name="Before">Value before, without tariffs.</param>
/// <param name="Straight">Value after that comes straight.</param>
/// <param name="Around">Value after that comes through hubs, their margins with it.</param>
public sealed record BackfillSupplier(int Region, bool Controls, double Before, double Straight, double Around)
{
    public double Change => Straight + Around - Before;
}

/// <summary>Who sells to a target what those who control no longer do. Values with world value added fixed.</summary>
public sealed record Backfill
{
    /// <summary>Place of the target.</summary>
    public required int Target { get; init; }

    /// <summary>Places of the sectors in which somebody controls what is sold to it.</summary>
    public required IReadOnlyList<int> Sectors { get; init; }

    /// <summary>Senders first, then others, each by what changes; the target itself last.</summary>
    public required IReadOnlyList<BackfillSupplier> Suppliers { get; init; }

    /// <summary>What senders sold straight before and do no longer.</summary>
    public double Lost => Suppliers.Where(s => s.Controls).Sum(s => s.Before - s.Straight);

    /// <summary>What part of it senders still sell through hubs.</summary>
    public double Around => Suppliers.Where(s => s.Controls).Sum(s => s.Around);

    /// <summary>What other regions sell more, less what they sell less.</summary>
    public double Others => Suppliers.Where(s => !s.Controls && s.Region != Target).Sum(s => s.Change);

    /// <summary>What the target buys more of its own.</summary>
    public double Home => Suppliers.Where(s => s.Region == Target).Sum(s => s.Change);

    /// <summary>One for each target.</summary>
    /// <param name="before">The base.</param>
    /// <param name="after">Trade after, with margins and without tariffs, [j,n,i].</param>
    /// <param name="controlled">x, [j,n,i].</param>
    /// <param name="evaded">φ, [j,n,i]; null where nothing goes round.</param>
    internal static IReadOnlyList<Backfill> Of(MultiSectorBase before, double[] after, double[] controlled, double[]? evaded)
    {
        var (n, old, all) = (before.Countries, before.Flows(), new List<Backfill>());
        for (var target = 0; target < n; target++)
        {
            int[] sectors =
            [
                .. Enumerable
                    .Range(0, before.Sectors)
                    .Where(j =>
                        Enumerable.Range(0, n).Any(i => controlled[before.At(j, target, i)] > 0 && old[before.At(j, target, i)] > 0)
                    ),
            ];
            if (sectors.Length == 0)
                continue;
            var suppliers = new List<BackfillSupplier>();
            for (var i = 0; i < n; i++)
            {
                var (controls, was, straight, around) = (false, 0.0, 0.0, 0.0);
                foreach (var j in sectors)
                {
                    var cell = before.At(j, target, i);
                    var share = evaded?[cell] ?? 0;
                    controls |= controlled[cell] > 0;
                    was += old[cell];
                    straight += after[cell] * (1 - share);
                    around += after[cell] * share;
                }
                suppliers.Add(new(i, controls, was, straight, around));
            }
            all.Add(
                new()
                {
                    Target = target,
                    Sectors = sectors,
                    Suppliers =
                    [
                        .. suppliers
                            .OrderBy(s =>
                                s.Region == target ? 2
                                : s.Controls ? 0
                                : 1
                            )
                            .ThenByDescending(s => Math.Abs(s.Change))
                            .ThenBy(s => s.Region),
                    ],
                }
            );
        }
        return all;
    }
}
