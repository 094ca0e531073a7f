using Entente.Checking;
using Entente.Reading.Text;

namespace Entente.Reports.Terminal;

/// <summary>What `ask` and `quantities` print for people.</summary>
public static class TerminalAnswers
{
    public static void Write(TextWriter output, Answer answer, ReportSettings settings)
    {
        var page = new TerminalPage(output, settings.Width);
        var palette = new Palette(settings.Colour);
        page.Lines("", 0, $"{answer.Expression}", palette.Dim);
        page.Lines("", 0, Result(answer), palette.Bold);
        if (answer.Explanation is { } explanation && !explanation.Equals(answer.Reason?.Text, StringComparison.OrdinalIgnoreCase))
            page.Lines("", 0, explanation);
        foreach (var evidence in answer.Alternatives)
            page.Lines(
                evidence.Lead ? "* " : "  ",
                2,
                string.Join(
                    " · ",
                    new[] { Phrases.Value(evidence), evidence.Source, evidence.Published, evidence.Basis, evidence.Note }.Where(p =>
                        !string.IsNullOrEmpty(p)
                    )
                )
            );
        if (answer.Derivation is { } derivation)
        {
            page.Blank();
            Tree(page, palette, derivation, 0);
        }
    }

    /// <summary>One line: the quantities of a sentence, a dash where it has none.</summary>
    public static void WriteQuantities(TextWriter output, IReadOnlyList<ReportedQuantity> quantities)
    {
        output.Write(
            quantities.Count == 0
                ? "–"
                : string.Join(
                    " | ",
                    quantities.Select(q =>
                    {
                        var value = q.Value is { } v ? HumanNumber.Format(v, q.Unit) : "–";
                        var range = HumanNumber.FormatRange(q.Low ?? double.NegativeInfinity, q.High ?? double.PositiveInfinity, q.Unit);
                        var change = q.Change is null ? "" : $", {q.Change}";
                        var of = q.Of is null || q.Of == q.Unit ? "" : $", of {q.Of}";
                        return TerminalText.Clean($"“{q.Text}” {q.Relation} {value} ({range}{change}{of})");
                    })
                )
        );
        output.Write('\n');
    }

    private static string Result(Answer answer) =>
        answer switch
        {
            { Holds: true } => "true",
            { Holds: false } => "false",
            { Value: { } value } => HumanNumber.Format(value, answer.Unit),
            { Text: { } text } => text,
            { Reason: { } reason } => $"cannot tell: {reason.Text} ({reason.Code})",
            _ => "cannot tell",
        };

    private static void Tree(TerminalPage page, Palette palette, Derivation node, int depth)
    {
        var value = Phrases.Value(node);
        var source = node.Source is { } s
            ? $"  [{string.Join(", ", new[] { s.Source, s.Published, s.Row }.Where(p => !string.IsNullOrEmpty(p)))}]"
            : "";
        var indent = 2 * Math.Min(depth, 12);
        page.Lines(
            new string(' ', indent),
            indent,
            $"{node.Op}{(value.Length > 0 ? " = " + value : "")}{source}",
            depth == 0 ? null : palette.Dim,
            hang: indent + 4
        );
        foreach (var arg in node.Args)
            Tree(page, palette, arg, depth + 1);
    }
}
