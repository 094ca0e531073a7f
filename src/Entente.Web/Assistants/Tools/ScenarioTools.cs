using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Application.Supposing;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Sources.Arguments;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Files;
using Entente.Sources.Scenarios;

namespace Entente.Web.Assistants.Tools;

/// <summary>`list_scenarios` and `run_scenario`: what `whatif` does.</summary>
internal static class ScenarioTools
{
    private const int MostDraws = 20_000;
    private const int MostOpened = 500;
    private const int MostNamed = 60;
    private const string Inline = "inline.yml";

    public static AssistantTool List { get; } =
        new(
            "list_scenarios",
            "List scenarios and arguments",
            """
            The scenarios (tariffs, embargoes, controls, a price cap) and arguments (what must be believed for a claim about states' choices to hold) that run_scenario
            can run by name: those that ship, the user's own, and those in the opened folders.
            """,
            """
            {"type": "object", "additionalProperties": false, "properties": {
            "kind": {"type": "string", "enum": ["all", "trade", "oil", "argument"], "default": "all", "description": "Only this kind."}}}
            """,
            Listed
        );

    public static AssistantTool Run { get; } =
        new(
            "run_scenario",
            "Run a scenario or an argument",
            """
            Solves a scenario of the trade or oil model, or runs an argument, by name (list_scenarios) or from YAML given inline. Gives results with 90 % ranges over
            everything declared uncertain, what drives them, and where an argument breaks. This is what a model says under the assumptions of the file: never a
            forecast, and a share of draws is a robustness, not a probability of the world. A run that did not converge has no numbers. The same seed gives the
            same answer. For 'what would A and B lose without each other' run the scenario 'gone' with parameters A and B.
            """,
            $$$$"""
            {"type": "object", "additionalProperties": false, "properties": {
            "scenario": {"type": "string", "minLength": 1, "maxLength": 4096, "description": "A name of list_scenarios. Give this or yaml.", "examples": ["gone", "whoever-wins"]},
            "yaml": {"type": "string", "minLength": 1, "maxLength": {{{{SuppositionShelf.MostText}}}}, "description": "A scenario or an argument itself; the resources entente://manual/models/equilibrium and entente://manual/models/arguments have the schemas. It may name the bases that ship (base: base-2021.yml) and no other file outside the opened folders."},
            "parameters": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 200}, "maxProperties": 20, "description": "Values of the parameters that a scenario declares: codes, several joined by commas.", "examples": [{"A": "TUR", "B": "RUS"}]},
            "draws": {"type": "integer", "minimum": 0, "maximum": {{{{MostDraws}}}}, "description": "How often what is uncertain is drawn (default: 1000, of an argument 10000); 0 for none, else at least 20. More takes longer."},
            "seed": {"type": "integer", "minimum": 0, "maximum": 2147483647, "default": 1},
            "as_of": {"type": "string", "maxLength": 32, "description": "For arguments: use only figures published up to this day (default: today)."}}}
            """,
            RunOne
        );

    private static ToolAnswer Listed(ToolCall call)
    {
        var kind = call.Choice("kind", "all", "trade", "oil", "argument");
        var files = All(call.Session, SuppositionShelf.Of(call.Session.Surroundings))
            .Where(f => kind == "all" || Word(f.Heading.Kind) == kind)
            .ToList();
        using var json = new Utf8Text();
        JsonText.WriteLine(json, w => Write(w, files));
        var text = new StringBuilder();
        foreach (var (id, file) in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id} ({Word(file.Kind)}): {file.Title}");
            if (file.Question.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $" — {file.Question.ReplaceLineEndings(" ").Trim()}");
            if (file.Parameters.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $" [{string.Join(", ", file.Parameters.Select(p => $"{p.Name}={p.Value}"))}]");
            text.Append('\n');
        }
        text.Append("Each is somebody's assumptions, written down; running one says what follows from them, not that they are right.\n");
        return new(AssistantProblems.Element(json), text.ToString());
    }

    private static void Write(Utf8JsonWriter json, List<(string Id, SuppositionFile Heading)> files)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/scenarios/1");
        json.WriteStartArray("results");
        foreach (var (id, file) in files)
        {
            json.WriteStartObject();
            json.WriteString("name", id);
            json.WriteString("kind", Word(file.Kind));
            json.WriteString("title", file.Title);
            json.WriteString("question", file.Question);
            json.WriteStartArray("parameters");
            foreach (var (name, value) in file.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("value", value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ToolAnswer RunOne(ToolCall call)
    {
        var (name, yaml) = (call.TextOr("scenario", 4096), call.TextOr("yaml", SuppositionShelf.MostText));
        if ((name is null) == (yaml is null))
            throw call.Wrong("scenario", name is null ? "neither a name nor yaml" : "both a name and yaml", "one of the two");
        var draws = call.Integer("draws", 0, MostDraws, -1);
        if (draws is > 0 and < Suppositions.FewestDraws)
            throw call.Wrong("draws", $"{draws}", $"0, or at least {Suppositions.FewestDraws}");
        var shelf = SuppositionShelf.Of(call.Session.Surroundings);
        // A text in a call stands where the files that ship stand, so that it may name them.
        var file = yaml is null ? Named(call, shelf, name!) : Path.Combine(Shipped(call.Session, ArgumentFile.Is(yaml)), Inline);
        if (draws == 0 && Suppositions.IsArgument(file, yaml))
            throw call.Wrong("draws", "0", $"{Suppositions.FewestDraws} draws or more, of an argument");
        string Told(string of) => of == file && yaml is not null ? Inline : shelf.Told(of);
        var wish = new SuppositionWish(
            file,
            new()
            {
                Parameters = call.Pairs("parameters", 20, 200),
                Text = yaml,
                Where = "run_scenario: parameters",
            },
            draws < 0 ? null : draws,
            (ulong)call.Integer("seed", 0, int.MaxValue, 1),
            call.AsOf()
        )
        {
            Told = Told,
        };
        call.Progress.Report(0, "reading");
        try
        {
            using (ReadableFiles.Within(Readable(call.Session)))
                return Words(Suppositions.Run(call.Context, wish, call.Progress.Report));
        }
        catch (DataFileException e) when (Path.IsPathRooted(e.File))
        {
            // Where the user's folders lie is nobody's business.
            throw AssistantProblems.Wrong(Told(e.File) + e.Where[e.File.Length..], e.Found, e.Expected, e.Hint);
        }
    }

    private static ToolAnswer Words(SuppositionAnswer answer)
    {
        static string Written(Action<StreamWriter> write)
        {
            using var stream = new MemoryStream();
            using (var writer = new StreamWriter(stream, Surroundings.Utf8, leaveOpen: true) { NewLine = "\n" })
                write(writer);
            return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        }
        using var json = JsonDocument.Parse(Written(answer.WriteJson), new() { MaxDepth = 256 });
        var words = new StringBuilder(Written(answer.WriteText).TrimEnd());
        words.Append("\n\nThis is what the model gives under the assumptions of the file");
        if (json.RootElement.TryGetProperty("inputs", out var inputs))
            foreach (var part in (string[])["file", "sha256", "draws", "seed", "version"])
                if (inputs.TryGetProperty(part, out var value))
                    words.Append(CultureInfo.InvariantCulture, $"; {part} {value}");
        words.Append(
            ". It is no forecast and no finding about the world. Sources and assumptions of each number are in the structured result and in the file.\n"
        );
        return new(json.RootElement.Clone(), words.ToString());
    }

    private static string Named(ToolCall call, SuppositionShelf shelf, string name)
    {
        var all = All(call.Session, shelf).ToList();
        foreach (var (id, heading) in all)
            if (id == name || Path.GetFileName(heading.File) == name)
                return heading.File;
        throw call.Wrong(
            "scenario",
            $"'{InputProblem.OneLine(name.Length <= 200 ? name : name[..200] + "…")}'",
            $"one of {string.Join(", ", all.Select(f => f.Id).Take(MostNamed))}",
            "list_scenarios tells what each asks"
        );
    }

    /// <summary>The opened folders' before the user's own before those that ship; the first of a name is meant.</summary>
    private static IEnumerable<(string Id, SuppositionFile Heading)> All(AssistantSession session, SuppositionShelf shelf) =>
        session
            .Opened.Files("*.yml", MostOpened)
            .Select(SuppositionFile.Read)
            .OfType<SuppositionFile>()
            .Select(f => (f.Name, f))
            .Concat(shelf.All().Where(s => s.Problem is null).Select(s => (s.Id, s.Heading)))
            .DistinctBy(f => f.Item1);

    /// <summary>What a file that is run may name: what ships, the user's own of these kinds, and the opened folders.</summary>
    private static IReadOnlyList<string> Readable(AssistantSession session)
    {
        var folders = new List<string> { Path.Combine(session.Folders.Root, "samples") };
        if (DataFolders.UserFolder(session.Surroundings.Environment) is { } home)
            folders.AddRange([Path.Combine(home, "scenarios"), Path.Combine(home, "arguments")]);
        return [.. folders.Select(RealPath.Of).OfType<string>(), .. session.Opened.Roots];
    }

    private static string Shipped(AssistantSession session, bool arguments) =>
        Path.Combine(session.Folders.Root, "samples", arguments ? "arguments" : "scenarios");

    private static string Word(SuppositionKind kind) => kind.ToString().ToLowerInvariant();
}
