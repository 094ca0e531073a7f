using Entente.Numerics.Feasibility;

namespace Entente.Checking.Consistency;

/// <summary>One step of reckoning: a value that follows from others by one identity.</summary>
internal sealed record Step(Identity By, int Result, double Value);

/// <summary>Reckons with the values as written: whatever an identity leaves one unknown in, it gives.</summary>
internal static class Arithmetician
{
    /// <summary>All that follows from the known values, in the order found.</summary>
    public static List<Step> Derive(IReadOnlyDictionary<int, double> known, IReadOnlyList<Identity> identities)
    {
        var values = new Dictionary<int, double>(known);
        var steps = new List<Step>();
        for (var found = true; found; )
        {
            found = false;
            foreach (var identity in identities)
            {
                int? unknown = null;
                foreach (var variable in identity.Constraint.Variables)
                    if (!values.ContainsKey(variable))
                        unknown = unknown is null ? variable : -1;
                if (
                    unknown is not { } target
                    || target < 0
                    || Solve(identity.Constraint, target, values) is not { } value
                    || !double.IsFinite(value)
                )
                    continue;
                values.Add(target, value);
                steps.Add(new(identity, target, value));
                found = true;
            }
        }
        return steps;
    }

    /// <summary>The steps that a value rests on, in order.</summary>
    public static List<Step> Behind(int variable, IReadOnlyList<Step> steps)
    {
        var needed = new HashSet<int> { variable };
        var kept = new List<Step>();
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            if (!needed.Contains(steps[i].Result))
                continue;
            kept.Add(steps[i]);
            needed.UnionWith(steps[i].By.Constraint.Variables);
        }
        kept.Reverse();
        return kept;
    }

    private static double? Solve(Constraint constraint, int target, Dictionary<int, double> values)
    {
        switch (constraint)
        {
            case Linear { Range: { } range } linear when range.Low == range.High:
                var rest = linear.Terms.Where(t => t.Variable != target).Sum(t => t.Coefficient * values[t.Variable]);
                return (range.Low - rest) / linear.Terms.First(t => t.Variable == target).Coefficient;
            case Product product when product.Result == target:
                return values[product.Left] * values[product.Right];
            case Product product:
                return values[product.Result] / values[product.Left == target ? product.Right : product.Left];
            case Absolute absolute when absolute.Size == target:
                return Math.Abs(values[absolute.Value]);
            default:
                return null;
        }
    }
}
