using Entente.Checking;

namespace Entente.Web.Shelf;

/// <summary>What lies over a stretch of a document: the claims whose words it is part of, and the figure that was not checked.</summary>
/// <param name="Claims">Indexes of claims, in the order of the report.</param>
/// <param name="Unchecked">Index of the unchecked quantity; −1 where there is none.</param>
/// <param name="Ends">Indexes of the claims that end where it ends.</param>
internal sealed record Mark(int[] Claims, int Unchecked, int[] Ends)
{
    public static Mark None { get; } = new([], -1, []);
}

/// <summary>The document cut where claims and unchecked figures begin and end, so that any stretch of it can be asked what lies over it.</summary>
internal sealed class TextMarks
{
    private readonly int[] cuts;
    private readonly Mark[] marks;

    public TextMarks(CheckReport report)
    {
        var length = report.Document.Text.Length;
        var at = new SortedSet<int> { 0, length };
        var claims = report
            .Claims.Select((c, i) => (Index: i, Span: Within(c.Claim.Start, c.Claim.End, length)))
            .Where(c => c.Span.End > c.Span.Start)
            .ToList();
        var figures = report
            .Unchecked.Select((u, i) => (Index: i, Span: Within(u.Start, u.End, length)))
            .Where(u => u.Span.End > u.Span.Start)
            .ToList();
        foreach (var (_, span) in claims.Concat(figures))
        {
            at.Add(span.Start);
            at.Add(span.End);
        }
        Placeable = [.. claims.Select(c => c.Index)];
        cuts = [.. at];
        marks = new Mark[cuts.Length];
        var begun = claims.OrderBy(c => c.Span.Start).ToList();
        var open = new List<(int Index, (int Start, int End) Span)>();
        var (nextClaim, nextFigure) = (0, 0);
        figures.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        for (var i = 0; i < cuts.Length; i++)
        {
            var (start, end) = (cuts[i], i + 1 < cuts.Length ? cuts[i + 1] : int.MaxValue);
            open.RemoveAll(c => c.Span.End <= start);
            while (nextClaim < begun.Count && begun[nextClaim].Span.Start <= start)
                open.Add(begun[nextClaim++]);
            while (nextFigure < figures.Count && figures[nextFigure].Span.End <= start)
                nextFigure++;
            var figure = nextFigure < figures.Count && figures[nextFigure].Span.Start <= start ? figures[nextFigure].Index : -1;
            marks[i] =
                open.Count == 0 && figure < 0
                    ? Mark.None
                    : new(
                        [.. open.Select(c => c.Index).Order()],
                        figure,
                        [.. open.Where(c => c.Span.End == end).Select(c => c.Index).Order()]
                    );
        }
    }

    /// <summary>The claims that have words in the document.</summary>
    public IReadOnlyList<int> Placeable { get; }

    /// <summary>The stretch that a place lies in: where it ends, and what lies over it.</summary>
    public (int End, Mark Mark) At(int place)
    {
        var i = Array.BinarySearch(cuts, place);
        if (i < 0)
            i = Math.Max(0, ~i - 1);
        return (i + 1 < cuts.Length ? cuts[i + 1] : int.MaxValue, marks[i]);
    }

    private static (int Start, int End) Within(int start, int end, int length) =>
        (Math.Clamp(start, 0, length), Math.Clamp(end, 0, length));
}
