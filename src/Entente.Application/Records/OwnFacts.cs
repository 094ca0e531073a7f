using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Checking.Facts;
using Entente.Record;
using Entente.Sources.Files;

namespace Entente.Application.Records;

/// <summary>A fact as it was typed, by whatever way in.</summary>
internal sealed record OwnFactWish
{
    /// <summary>Who asks, for messages: `entente record add`.</summary>
    public required string Where { get; init; }

    /// <summary>What stands before the name of a part in messages: `--` for options, nothing for fields.</summary>
    public required string Mark { get; init; }

    /// <summary>What the figure is of: `exports(DEU -> POL, 2023)`.</summary>
    public required string Expression { get; init; }

    public required string Value { get; init; }

    public required string Source { get; init; }

    public required string Published { get; init; }

    public required string Url { get; init; }

    public string? Via { get; init; }

    public string? Basis { get; init; }

    public string? Reporter { get; init; }

    public string? Note { get; init; }

    /// <summary>In the place of an own fact of the same source for the same.</summary>
    public bool Replace { get; init; }
}

/// <summary>What came of adding a fact.</summary>
/// <param name="Before">The fact whose place it took; null where it took none.</param>
/// <param name="Beside">What publishers print for the same.</param>
internal sealed record OwnFactAdded(Observation? Before, Observation Row, IReadOnlyList<Observation> Beside, string Path);

/// <summary>Single facts in the user's own layer, beside what publishers print and never over it.</summary>
internal static class OwnFacts
{
    /// <exception cref="WrongUseException">A part is missing or wrong, or the fact is there already.</exception>
    public static OwnFactAdded Add(CommandContext context, OwnFactWish wish)
    {
        var from = OneLine($"{wish.Mark}source", wish.Source);
        var address = Address($"{wish.Mark}url", wish.Url);
        var day = CommandContext.Published(wish.Published);
        var draft = Draft(context, wish);
        var row = new Observation
        {
            Measure = draft.Measure,
            Of = draft.Of,
            Subject = draft.Subject,
            Object = draft.Object,
            Item = draft.Item,
            Period = draft.Period,
            Value = draft.Value,
            Upper = draft.Value,
            Unit = draft.Unit,
            Bound = draft.Bound,
            Source = from,
            Via = wish.Via,
            // A page that passes a figure on is no authority's page.
            Tier = wish.Via is null ? Tier.Primary : Tier.Agency,
            Published = day,
            Url = address,
            Reporter = wish.Reporter ?? (context.Engine.Measures() is { } measures ? draft.ReporterFor(from, measures) : null),
            Basis = wish.Basis ?? "",
            Note = wish.Note,
            Row = new RowRef(OwnTables.Facts, 0),
        };
        return Add(context, row, wish.Replace, wish.Where);
    }

    /// <summary>Takes a fact out again; given back as it was.</summary>
    /// <param name="named">The row as `record show` prints it: `own.csv:3`.</param>
    /// <exception cref="WrongUseException">There is no such row.</exception>
    public static Observation Remove(CommandContext context, string where, string named)
    {
        using var file = OwnFactsFile.Open(context);
        var found =
            file.Rows.FirstOrDefault(r => r.Row.ToString() == named)
            ?? throw Wrong(
                where,
                $"'{named}', which is no fact of your own",
                file.Rows.Count == 0 ? "one; there is none" : $"one of {file.Rows[0].Row} to {file.Rows[^1].Row}",
                named.Contains(".csv:", StringComparison.Ordinal) ? "what publishers print cannot be removed" : null
            );
        file.Save(file.Rows.Where(r => r != found));
        return found;
    }

    /// <summary>Puts a fact back that was taken out or replaced, from its line of the table.</summary>
    /// <param name="instead">The line of the fact that took its place and goes for it; null where it was taken out.</param>
    /// <exception cref="WrongUseException">The line is no row, or the fact is there again, or what took its place is not there any more.</exception>
    public static OwnFactAdded PutBack(CommandContext context, string where, string line, string? instead)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
            throw Wrong(where, "several lines", "the line that removing answered with", null);
        var read = RecordTables.Read([(OwnTables.Facts, $"{RecordTableReader.Header}\n{line}\n")]);
        if (read.Errors is [var error, ..])
            throw Wrong(where, error.Found, error.Expected, error.Hint);
        return read.Observations is [var row]
            ? Add(context, row, instead is not null, where, instead)
            : throw Wrong(where, "no row", "the line that removing answered with", null);
    }

    private static OwnFactAdded Add(CommandContext context, Observation row, bool replace, string where, string? instead = null)
    {
        // The record as it is, own facts and all; a broken one is said here, before anything is written.
        var known = context.Engine.Record().Observations;
        using var file = OwnFactsFile.Open(context);
        var before = file.Rows.FirstOrDefault(r => Same(r, row));
        if (before is not null && !replace)
            throw Wrong(
                where,
                $"a fact of your own from {row.Source} for the same ({RecordRows.Line(before)})",
                "another source, or --replace",
                null
            );
        if (instead is not null && (before is null || RecordTableWriter.Line(before) != instead))
            throw Wrong(
                where,
                "a fact that was changed meanwhile",
                "the fact as it was when it took the place",
                "look at your own facts again"
            );
        var published = known.Where(r => !r.Own && IsOfTheSame(r, row)).ToList();
        if (published.FirstOrDefault(r => r.Source == row.Source && r.Basis == row.Basis && r.Value.Value == row.Value.Value) is { } same)
            throw Wrong(where, $"what the record holds already ({RecordRows.Line(same)})", "a figure that it lacks", null);
        // In the very place, so that undoing it gives back the same file, and other rows keep their numbers.
        var rows = file.Rows.Select(r => r == before ? row : r).ToList();
        if (before is null)
            rows.Add(row);
        var at = rows.IndexOf(row);
        var text = OwnFactsFile.Text(rows);
        var read = RecordTables.Read([(row.Row.File, text)]);
        if (read.Errors is [var error, ..])
            throw Wrong(where, error.Found, error.Expected, error.Hint);
        var line = read.Observations[at].Row;
        if (context.Engine.CheckTables(read).FirstOrDefault(f => f.Row == line) is { } finding)
            throw Wrong(where, finding.Found, finding.Expected, null);
        file.Save(rows);
        return new(before, read.Observations[at], published, file.Path);
    }

    private static FactDraft Draft(CommandContext context, OwnFactWish wish)
    {
        var outcome = context.Engine.Fact(wish.Expression, wish.Value);
        if (outcome.Draft is { } draft)
            return draft;
        var error = outcome.Error!;
        var where = outcome.InValue ? $"{wish.Mark}value" : wish.Where;
        throw Wrong($"{where}: character {error.Position + 1}", error.Found, error.Expected, error.Hint);
    }

    /// <summary>True for figures of the same, whoever's they are.</summary>
    private static bool IsOfTheSame(Observation a, Observation b) =>
        a.Measure == b.Measure
        && a.Of == b.Of
        && a.Subject == b.Subject
        && (a.Object ?? "") == (b.Object ?? "")
        && a.Item == b.Item
        && Equals(a.Period, b.Period);

    private static bool Same(Observation a, Observation b) => IsOfTheSame(a, b) && a.Source == b.Source && a.Basis == b.Basis;

    private static string OneLine(string option, string text) =>
        text.Any(char.IsControl) ? throw Wrong(option, "a line end or another control character", "a name", null) : text.Trim();

    private static string Address(string option, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? text
            : throw Wrong(option, $"'{text}'", "an address that begins with https:// or http://", null);

    private static WrongUseException Wrong(string where, string found, string expected, string? hint) =>
        new(
            new InputProblem
            {
                Where = where,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );
}
