using System.CommandLine;
using Entente.Application.Composition;
using Entente.Application.Outputs;
using Entente.Application.Records;

namespace Entente.Cli.Commands.Record;

/// <summary>`record add` and `record remove`: single facts in the user's own layer, beside what publishers print and never over it.</summary>
internal static class AddCommand
{
    private const string Name = "entente record add";

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
            return Add(
                context,
                new OwnFactWish
                {
                    Where = Name,
                    Mark = "--",
                    Expression = parsed.GetValue(expression)!,
                    Value = Given(parsed, value),
                    Source = Given(parsed, source),
                    Url = Given(parsed, url),
                    Published = Given(parsed, published),
                    Via = parsed.GetValue(via),
                    Basis = parsed.GetValue(basis),
                    Reporter = parsed.GetValue(reporter),
                    Note = parsed.GetValue(note),
                    Replace = parsed.GetValue(replace),
                }
            );
        });
        return command;
    }

    public static Command CreateRemove(CommandContext context)
    {
        var row = new Argument<string>("ROW") { Description = "A fact of your own, as 'entente record show' prints it: own.csv:3." };
        var command = new Command("remove", "Take a fact of your own out again.") { row };
        command.SetAction(parsed =>
        {
            var found = OwnFacts.Remove(context, "entente record remove", parsed.GetValue(row)!);
            return Say(context, ["removed:", RecordRows.Line(found)]);
        });
        return command;
    }

    private static int Add(CommandContext context, OwnFactWish wish)
    {
        var added = OwnFacts.Add(context, wish);
        return Say(
            context,
            [
                $"{(added.Before is null ? "added" : "replaced")}: {RecordRows.Line(added.Row)}",
                .. added.Beside.Take(5).Select(r => $"beside: {RecordRows.Line(r)}"),
                $"kept in {added.Path}",
            ]
        );
    }

    private static Option<string?> Needed(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static string Given(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new WrongUseException(
                new InputProblem
                {
                    Where = Name,
                    Found = $"no {option.Name}",
                    Expected = $"{option.Name} {option.HelpName}: {option.Description}",
                }
            );

    private static int Say(CommandContext context, IEnumerable<string> lines)
    {
        using var target = OutputTarget.Open(null, context.Surroundings);
        foreach (var line in lines)
            target.Writer.WriteLine(InputProblem.OneLine(line));
        target.Complete();
        return ExitStatus.Done;
    }
}
