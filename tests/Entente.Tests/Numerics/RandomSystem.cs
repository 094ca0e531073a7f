using Entente.Numerics.Feasibility;
using Entente.Numerics.Intervals;

namespace Entente.Tests.Numerics;

/// <summary>Systems of constraints for property tests, from a seed.</summary>
internal static class RandomSystem
{
    public const int Variables = 6;

    /// <summary>A system with a known solution: constraints are built around a point.</summary>
    public static (Interval[] Domains, List<Constraint> Constraints, double[] Solution) Solvable(Random random)
    {
        var solution = new double[Variables + 4];
        var domains = new Interval[solution.Length];
        for (var v = 0; v < Variables; v++)
            solution[v] = random.Next(-50, 200) / 8.0;
        var constraints = new List<Constraint>();
        for (var extra = Variables; extra < solution.Length; extra++)
        {
            var (a, b) = (random.Next(extra), random.Next(extra));
            switch (random.Next(3))
            {
                case 0:
                    solution[extra] = solution[a] + solution[b];
                    constraints.Add(Linear.Sum(extra, a, b));
                    break;
                case 1:
                    solution[extra] = solution[a] * solution[b];
                    constraints.Add(new Product(extra, a, b));
                    break;
                default:
                    solution[extra] = Math.Abs(solution[a]);
                    constraints.Add(new Absolute(extra, a));
                    break;
            }
        }
        for (var v = 0; v < solution.Length; v++)
            domains[v] = random.Next(3) == 0 ? Interval.All : new(solution[v] - random.Next(0, 3), solution[v] + random.Next(0, 3));
        return (domains, constraints, solution);
    }

    /// <summary>A system that may or may not have a solution; single-variable bounds are constraints like the others.</summary>
    public static (Interval[] Domains, List<Constraint> Constraints, int Bounds) Any(Random random)
    {
        var (domains, constraints, solution) = Solvable(random);
        Array.Fill(domains, Interval.All);
        var bounds = new List<Constraint>();
        for (var v = 0; v < solution.Length; v++)
        {
            var centre = solution[v] + (random.Next(4) == 0 ? random.Next(-6, 7) : 0);
            bounds.Add(Linear.In(v, new(centre - 0.5, centre + 0.5)));
        }
        return (domains, [.. bounds, .. constraints], bounds.Count);
    }
}
