using Entente.Numerics.Feasibility;
using Entente.Numerics.Intervals;

namespace Entente.Checking.Consistency;

/// <summary>An identity of accounting or of the calendar between variables, by the name under which a reader is told of it.</summary>
internal sealed record Identity(string Name, Constraint Constraint);

/// <summary>What one claim says about the variables.</summary>
internal sealed record Assertion
{
    /// <summary>Index into the claims given.</summary>
    public required int Claim { get; init; }

    public required IReadOnlyList<Constraint> Constraints { get; init; }

    /// <summary>The variable it gives a value or a bound for; null where it relates several.</summary>
    public int? Variable { get; init; }

    /// <summary>The value as written, in the variable's scale.</summary>
    public double Nominal { get; init; }

    /// <summary>Weight of the last digit written.</summary>
    public double LastDigit { get; init; }

    /// <summary>`=`, `~`, `&lt;`, `&gt;`.</summary>
    public char Relation { get; init; } = '=';
}

/// <summary>The variables of a text, what its claims say of them, and the identities between them.</summary>
internal sealed class ClaimSystem
{
    private static readonly Interval NonNegative = new(0, double.PositiveInfinity);

    private readonly Dictionary<Figure, int> byFigure = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly HashSet<Identity> identities = new(SameMatter.Instance);

    private Interval[] scratch = [];

    public List<Interval> Domains { get; } = [];

    public List<FigureForm> Forms { get; } = [];

    public List<Figure?> Figures { get; } = [];

    public List<Identity> Identities { get; } = [];

    public List<Assertion> Assertions { get; } = [];

    /// <summary>Ranks by what they rank: variable, party, the figure ranked by, and the list's name; order between two of them follows from the values.</summary>
    public List<(int Rank, string Party, int Value, string List)> Ranks { get; } = [];

    /// <summary>The variable of a figure, made when it is first spoken of.</summary>
    public int Variable(Figure figure, FigureForm form, bool nonNegative)
    {
        if (!byFigure.TryGetValue(figure, out var variable))
        {
            variable = New(form, nonNegative ? NonNegative : Interval.All, figure);
            byFigure.Add(figure, variable);
        }
        return variable;
    }

    /// <summary>The variable of anything that is no figure (a share, a date), by a name that is the same for the same thing.</summary>
    public int Variable(string name, FigureForm form, Interval domain, out bool isNew)
    {
        isNew = !byName.TryGetValue(name, out var variable);
        if (isNew)
        {
            variable = New(form, domain, null);
            byName.Add(name, variable);
        }
        return variable;
    }

    public bool Has(Figure figure, out int variable) => byFigure.TryGetValue(figure, out variable);

    public void Add(string name, Constraint constraint)
    {
        var identity = new Identity(name, constraint);
        if (identities.Add(identity))
            Identities.Add(identity);
    }

    /// <summary>
    /// The domains of the variables that the constraints relate, to be narrowed; those of others are whatever was left there. One buffer for
    /// the system: a text's parts are tested hundreds of times, and one at a time.
    /// </summary>
    public Span<Interval> Scratch(List<Constraint> constraints)
    {
        if (scratch.Length < Domains.Count)
            scratch = new Interval[Domains.Count];
        foreach (var constraint in constraints)
            for (var i = 0; i < constraint.Variables.Count; i++)
                scratch[constraint.Variables[i]] = Domains[constraint.Variables[i]];
        return scratch;
    }

    private int New(FigureForm form, Interval domain, Figure? figure)
    {
        Domains.Add(domain);
        Forms.Add(form);
        Figures.Add(figure);
        return Domains.Count - 1;
    }

    /// <summary>One identity holds between the same variables once, from wherever it is come by.</summary>
    private sealed class SameMatter : IEqualityComparer<Identity>
    {
        public static readonly SameMatter Instance = new();

        public bool Equals(Identity? x, Identity? y)
        {
            if (x is null || y is null || x.Name != y.Name || x.Constraint.GetType() != y.Constraint.GetType())
                return x is null && y is null;
            var (a, b) = (x.Constraint.Variables, y.Constraint.Variables);
            if (a.Count != b.Count)
                return false;
            for (var i = 0; i < a.Count; i++)
                if (a[i] != b[i])
                    return false;
            return true;
        }

        public int GetHashCode(Identity identity)
        {
            var hash = identity.Name.Length;
            for (var i = 0; i < identity.Constraint.Variables.Count; i++)
                hash = (hash * 31) + identity.Constraint.Variables[i];
            return hash;
        }
    }
}
