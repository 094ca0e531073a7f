using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Checking.Facts;
using Entente.Record;

namespace Entente.Cli.Commands.Record;

/// <summary>`record add` and `record remove`: single facts in the user's own layer, beside what publishers print and never over it.</summary>
internal static class AddCommand
{
    public static Command Create(CommandContext context)
    {
        var expression = new Argument<string>("EXPRESSION")
        {
            Description = "What the figure is of, for example 'exports(DEU -> POL, 2023)'.",
        };
        var value = Needed("--value", "FIGURE", "The figure with its unit ('90.2e9 EUR', '36%'); >, <, ~ before it make it a bound.");
        var source = Needed("--source", "NAME", "Whose figure it is, by the short name of the record ('Destatis').");
        var published = Needed("--published", "DATE", "When the page appeared.");
        var url = Needed("--url", "ADDRESS", "Where it stands.");
        var via = new Option<string?>("--via")
        {
            Description = "Who passed it on, where the page is not the source's own.",
            HelpName = "NAME",
        };
        var basis = new Option<string?>("--basis") { Description = "What it covers: goods, goods_services, cif …", HelpName = "WORDS" };
        var reporter = new Option<string?>("--reporter")
        {
            Description = "Whose statistics these are (default: the party whose authority the source is).",
            HelpName = "STATE",
        };
        var note = new Option<string?>("--note") { Description = "Anything that a reader should know.", HelpName = "TEXT" };
        var replace = new Option<bool>("--replace") { Description = "In the place of an own fact of the same source for the same." };
        var command = new Command("add", "Enter one fact with its source: into your own layer, beside what publishers print.")
        {
            expression,
            value,
            source,
            published,
            url,
            via,
            basis,
            reporter,
            note,
            replace,
        };
        command.SetAction(parsed =>
        {
            var (asked, figure) = (parsed.GetValue(expression)!, Given(parsed, value));
            var from = OneLine("--source", Given(parsed, source));
            var address = Address(Given(parsed, url));
            var day = CommandContext.Published(Given(parsed, published));
            var draft = Draft(context, asked, figure);
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
                Via = parsed.GetValue(via),
                // A page that passes a figure on is no authority's page.
                Tier = parsed.GetValue(via) is null ? Tier.Primary : Tier.Agency,
                Published = day,
                Url = address,
                Reporter =
                    parsed.GetValue(reporter) ?? (context.Engine.Measures() is { } measures ? draft.ReporterFor(from, measures) : null),
                Basis = parsed.GetValue(basis) ?? "",
                Note = parsed.GetValue(note),
                Row = new RowRef(Sources.Files.OwnTables.Facts, 0),
            };
            return Add(context, row, parsed.GetValue(replace));
        });
        return command;
    }

    public static Command CreateRemove(CommandContext context)
    {
        var row = new Argument<string>("ROW") { Description = "A fact of your own, as 'entente record show' prints it: own.csv:3." };
        var command = new Command("remove", "Take a fact of your own out again.") { row };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(row)!;
            using var file = OwnFactsFile.Open(context);
            var found =
                file.Rows.FirstOrDefault(r => r.Row.ToString() == named)
                ?? throw Wrong(
                    "entente record remove",
                    $"'{named}', which is no fact of your own",
                    file.Rows.Count == 0 ? "one; there is none" : $"one of {file.Rows[0].Row} to {file.Rows[^1].Row}",
                    named.Contains(".csv:", StringComparison.Ordinal) ? "what publishers print cannot be removed" : null
                );
            file.Save(file.Rows.Where(r => r != found));
            return Say(context, ["removed:", RecordRows.Line(found)]);
        });
        return command;
    }

    private static int Add(CommandContext context, Observation row, bool replace)
    {
        // The record as it is, own facts and all; a broken one is said here, before anything is written.
        var known = context.Engine.Record().Observations;
        using var file = OwnFactsFile.Open(context);
        var before = file.Rows.FirstOrDefault(r => Same(r, row));
        if (before is not null && !replace)
            throw Wrong(
                "entente record add",
                $"a fact of your own from {row.Source} for the same ({RecordRows.Line(before)})",
                "another source, or --replace",
                null
            );
        var published = known.Where(r => !r.Own && IsOfTheSame(r, row)).ToList();
        if (published.FirstOrDefault(r => r.Source == row.Source && r.Basis == row.Basis && r.Value.Value == row.Value.Value) is { } same)
            throw Wrong("entente record add", $"what the record holds already ({RecordRows.Line(same)})", "a figure that it lacks", null);
        var rows = file.Rows.Where(r => r != before).Append(row).ToList();
        var text = OwnFactsFile.Text(rows);
        var read = RecordTables.Read([(row.Row.File, text)]);
        if (read.Errors is [var error, ..])
            throw Wrong("entente record add", error.Found, error.Expected, error.Hint);
        var line = read.Observations[^1].Row;
        if (context.Engine.CheckTables(read).FirstOrDefault(f => f.Row == line) is { } finding)
            throw Wrong("entente record add", finding.Found, finding.Expected, null);
        file.Save(rows);
        return Say(
            context,
            [
                $"{(before is null ? "added" : "replaced")}: {RecordRows.Line(read.Observations[^1])}",
                .. published.Take(5).Select(r => $"beside: {RecordRows.Line(r)}"),
                $"kept in {file.Path}",
            ]
        );
    }

    private static FactDraft Draft(CommandContext context, string expression, string value)
    {
        var outcome = context.Engine.Fact(expression, value);
        if (outcome.Draft is { } draft)
            return draft;
        var error = outcome.Error!;
        var where = outcome.InValue ? "--value" : "entente record add";
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

    private static Option<string?> Needed(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static string Given(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Wrong("entente record add", $"no {option.Name}", $"{option.Name} {option.HelpName}: {option.Description}", null);

    private static string OneLine(string option, string text) =>
        text.Any(char.IsControl) ? throw Wrong(option, "a line end or another control character", "a name", null) : text.Trim();

    private static string Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? text
            : throw Wrong("--url", $"'{text}'", "an address that begins with https:// or http://", null);

    private static int Say(CommandContext context, IEnumerable<string> lines)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        foreach (var line in lines)
            target.Writer.WriteLine(InputProblem.OneLine(line));
        target.Complete();
        return ExitStatus.Done;
    }

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
