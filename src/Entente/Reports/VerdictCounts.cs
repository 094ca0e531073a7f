using Entente.Checking;

namespace Entente.Reports;

/// <summary>How many claims have which verdict.</summary>
public readonly record struct VerdictCounts
{
    private readonly int[]? counts;

    private VerdictCounts(int[] counts) => this.counts = counts;

    public static VerdictCounts Zero => default;

    public int this[Verdict verdict] => counts?[(int)verdict] ?? 0;

    public int Total => counts?.Sum() ?? 0;

    public bool AnyWrong => this[Verdict.Contradicted] + this[Verdict.Inconsistent] > 0;

    public static VerdictCounts Of(CheckReport report)
    {
        var counts = new int[VerdictNames.ByGravity.Count];
        foreach (var claim in report.Claims)
            counts[(int)claim.Verdict]++;
        return new(counts);
    }

    /// <summary>Counts that were taken before; a verdict that is not among them counts nothing.</summary>
    public static VerdictCounts Of(IReadOnlyDictionary<Verdict, int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var counts = new int[VerdictNames.ByGravity.Count];
        foreach (var (verdict, number) in numbers)
            counts[(int)verdict] = number;
        return new(counts);
    }

    public static VerdictCounts operator +(VerdictCounts a, VerdictCounts b)
    {
        var counts = new int[VerdictNames.ByGravity.Count];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = a[(Verdict)i] + b[(Verdict)i];
        return new(counts);
    }

    public bool Equals(VerdictCounts other)
    {
        foreach (var verdict in VerdictNames.ByGravity)
            if (this[verdict] != other[verdict])
                return false;
        return true;
    }

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var verdict in VerdictNames.ByGravity)
            hash = HashCode.Combine(hash, this[verdict]);
        return hash;
    }
}
