using System.Globalization;
using Entente.Models.Games;
using Entente.Numerics.Positions;
using Entente.Record;

namespace Entente.Models.Positions;

/// <summary>One actor of a table of positions, its numbers as the file has them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the file says of it.</param>
/// <param name="Capability">What it could bring to bear, above 0.</param>
/// <param name="Positions">On each issue.</param>
/// <param name="Salience">How much it cares about each issue, 0 to 100.</param>
public sealed record PositionActor(
    string Name,
    string Description,
    double Capability,
    IReadOnlyList<double> Positions,
    IReadOnlyList<double> Salience
);

/// <summary>
/// A table of positions in the CSV that KTAB's spatial model takes: a line with title, description, number of actors and number of issues; a
/// line of headings; then for each actor its name, description, capability, and for each issue position and salience.
/// </summary>
public sealed record PositionFile
{
    private const int BeforeIssues = 3;
    private const int MostActors = 1000;
    private const int MostIssues = 100;

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The issues, by the headings of their positions.</summary>
    public required IReadOnlyList<string> Issues { get; init; }

    public required IReadOnlyList<PositionActor> Actors { get; init; }

    /// <exception cref="GameFileException">The text is no such table.</exception>
    public static PositionFile Read(string text)
    {
        var rows = new CsvRows(text, new());
        var fields = new List<CsvField>();
        Row(ref rows, fields, "title, description, number of actors, number of issues");
        Fields(fields, 4, "title, description, number of actors, number of issues");
        var actors = Count(fields[2], "a number of actors", MostActors);
        var issues = Count(fields[3], "a number of issues", MostIssues);
        var (title, description) = (fields[0].Text.Trim(), fields[1].Text.Trim());
        var width = BeforeIssues + (2 * issues);
        var headings = string.Create(
            CultureInfo.InvariantCulture,
            $"{width} headings: actor, description, capability, and two for each issue"
        );
        Row(ref rows, fields, headings);
        Fields(fields, width, headings);
        var names = Enumerable.Range(0, issues).Select(d => fields[BeforeIssues + (2 * d)].Text.Trim()).ToList();
        var read = new List<PositionActor>();
        for (var i = 0; i < actors; i++)
        {
            var expected = string.Create(CultureInfo.InvariantCulture, $"actor {i + 1} of {actors}: {width} fields");
            Row(ref rows, fields, expected);
            Fields(fields, width, expected);
            var actor = Actor(fields, issues);
            if (read.Exists(a => a.Name == actor.Name))
                throw Wrong(fields[0], $"'{actor.Name}' a second time", "each actor once");
            read.Add(actor);
        }
        if (rows.Next(fields) && fields.Exists(f => f.Text.Trim().Length > 0))
            throw Wrong(
                fields[0],
                "a further row",
                string.Create(CultureInfo.InvariantCulture, $"the end of the file after {actors} actors")
            );
        return new()
        {
            Title = title,
            Description = description,
            Issues = names,
            Actors = read,
        };
    }

    /// <summary>The table with its positions as parts of a scale, 0 at its low end and 1 at its high end, and saliences from 0 to 1.</summary>
    public PositionTable ToTable(double low, double high)
    {
        var rows = Actors;
        return new(
            [.. rows.Select(a => a.Capability)],
            [.. rows.Select(a => (IReadOnlyList<double>)[.. a.Positions.Select(p => (p - low) / (high - low))])],
            [.. rows.Select(a => (IReadOnlyList<double>)[.. a.Salience.Select(s => s / 100)])]
        );
    }

    private static PositionActor Actor(List<CsvField> fields, int issues)
    {
        if (fields[0].Text.Trim() is not { Length: > 0 } name)
            throw Wrong(fields[0], "nothing", "an actor's name");
        var capability = Number(fields[2], "a capability above 0", v => v > 0);
        var (positions, salience) = (new double[issues], new double[issues]);
        for (var d = 0; d < issues; d++)
        {
            positions[d] = Number(fields[BeforeIssues + (2 * d)], "a position: a number", _ => true);
            salience[d] = Number(fields[BeforeIssues + (2 * d) + 1], "a salience from 0 to 100", v => v is >= 0 and <= 100);
        }
        if (salience.All(s => s == 0))
            throw Wrong(
                fields[0],
                $"'{name}' with no salience",
                "an actor that cares about one issue or more; leave out who cares about none"
            );
        return new(name, fields[1].Text.Trim(), capability, positions, salience);
    }

    private static void Row(ref CsvRows rows, List<CsvField> fields, string expected)
    {
        if (rows.Next(fields))
            return;
        if (rows.Fault is { } fault)
            throw new GameFileException(fault.Line, fault.Column, fault.Found, fault.Expected);
        throw new GameFileException(rows.RowLine + 1, 1, "the end of the file", expected);
    }

    // A comma at the end of a line is usual in these files and means nothing.
    private static void Fields(List<CsvField> fields, int width, string expected)
    {
        while (fields.Count > width && fields[^1].Text.Trim().Length == 0)
            fields.RemoveAt(fields.Count - 1);
        if (fields.Count != width)
            throw Wrong(fields[^1], string.Create(CultureInfo.InvariantCulture, $"{fields.Count} fields"), expected);
    }

    private static int Count(CsvField field, string what, int most) =>
        int.TryParse(field.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? count
            : throw Wrong(field, $"'{field.Text.Trim()}'", string.Create(CultureInfo.InvariantCulture, $"{what} from 1 to {most}"));

    private static double Number(CsvField field, string expected, Func<double, bool> allowed) =>
        double.TryParse(field.Text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
        && allowed(value)
            ? value
            : throw Wrong(field, $"'{field.Text.Trim()}'", expected);

    private static GameFileException Wrong(CsvField field, string found, string expected) => new(field.Line, field.Column, found, expected);
}
