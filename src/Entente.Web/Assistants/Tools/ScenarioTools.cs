using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Application.Supposing;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Sources.Arguments;
using Entente.Sources.Files;
using Entente.Sources.Scenarios;
using Entente.Web.Http;

namespace Entente.Web.Assistants.Tools;

/// <summary>`list_scenarios` and `run_scenario`: what `whatif` does.</summary>
internal static class ScenarioTools
{
    private const int MostDraws = 20_000;
    private const int MostYaml = 200_000;
    private const int MostOpened = 500;
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
            "yaml": {"type": "string", "minLength": 1, "maxLength": {{{{MostYaml}}}}, "description": "A scenario or an argument itself; the resources entente://manual/models/equilibrium and entente://manual/models/arguments have the schemas. It may name the bases that ship (base: base-2021.yml) and no other file outside the opened folders."},
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
        var files = All(call.Session).Where(f => kind == "all" || Word(f.Kind) == kind).ToList();
        using var json = new Utf8Text();
        JsonText.WriteLine(json, w => Write(w, files));
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Name} ({Word(file.Kind)}): {file.Title}");
            if (file.Question.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $" — {file.Question.ReplaceLineEndings(" ").Trim()}");
            if (file.Parameters.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $" [{string.Join(", ", file.Parameters.Select(p => $"{p.Name}={p.Value}"))}]");
            text.Append('\n');
        }
        text.Append("Each is somebody's assumptions, written down; running one says what follows from them, not that they are right.\n");
        return new(AssistantProblems.Element(json), text.ToString());
    }

    private static void Write(Utf8JsonWriter json, List<SuppositionFile> files)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/scenarios/1");
        json.WriteStartArray("results");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
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
        var (name, yaml) = (call.TextOr("scenario", 4096), call.TextOr("yaml", MostYaml));
        if ((name is null) == (yaml is null))
            throw call.Wrong("scenario", name is null ? "neither a name nor yaml" : "both a name and yaml", "one of the two");
        var draws = call.Integer("draws", 0, MostDraws, -1);
        if (draws is > 0 and < 20)
            throw call.Wrong("draws", string.Create(CultureInfo.InvariantCulture, $"{draws}"), "0, or at least 20");
        var seed = (ulong)call.Integer("seed", 0, int.MaxValue, 1);
        var settings = new ScenarioSettings { Parameters = call.Pairs("parameters", 20, 200), Where = "run_scenario: parameters" };
        var folders = Folders(call.Session).ToList();
        using var inline = yaml is null ? null : new InlineFile(yaml, folders);
        var file = inline?.Path ?? Named(call, name!);
        using var bounds = ReadableFiles.Within([
            .. folders.Append(inline?.Folder).OfType<string>().Select(RealPath.Of).OfType<string>(),
            .. call.Session.Opened.Roots,
        ]);
        if (Suppositions.IsArgument(file) && draws == 0)
            throw call.Wrong("draws", "0", "20 draws or more, of an argument");
        call.Progress.Report(0, "reading");
        try
        {
            var answer = Suppositions.Run(
                call.Context,
                new(file, settings, draws < 0 ? null : draws, seed, call.AsOf()),
                (share, what) => call.Progress.Report(share, what)
            );
            return Told(answer, inline);
        }
        catch (Exception e) when (inline is not null && Problems.Foreseen(e) is { } problem)
        {
            // The file that was written for this run is nobody's business.
            throw new WrongUseException(
                problem with
                {
                    Where = inline.Shown(problem.Where),
                    Found = inline.Shown(problem.Found),
                    Expected = inline.Shown(problem.Expected),
                }
            );
        }
    }

    private static ToolAnswer Told(SuppositionAnswer answer, InlineFile? inline)
    {
        string Written(Action<StreamWriter> write)
        {
            using var stream = new MemoryStream();
            using (var writer = new StreamWriter(stream, Surroundings.Utf8, leaveOpen: true) { NewLine = "\n" })
                write(writer);
            var text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
            return inline is null ? text : inline.Shown(text);
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

    private static string Named(ToolCall call, string name)
    {
        var files = All(call.Session).ToList();
        var found =
            files.FirstOrDefault(f => f.Name == name || Path.GetFileName(f.File) == name)
            ?? (call.Session.Opened.Roots.Count > 0 ? files.FirstOrDefault(f => RealPath.Of(f.File) == RealPath.Of(name)) : null);
        if (found is not null)
            return found.File;
        throw call.Wrong(
            "scenario",
            $"'{InputProblem.OneLine(name.Length <= 200 ? name : name[..200] + "…")}'",
            $"one of {string.Join(", ", files.Select(f => f.Name).Distinct().Take(60))}",
            "list_scenarios tells what each asks"
        );
    }

    /// <summary>The opened folders' before the user's own before those that ship; the first of a name is meant.</summary>
    public static IEnumerable<SuppositionFile> All(AssistantSession session) =>
        session
            .Opened.Files("*.yml", MostOpened)
            .Select(SuppositionFile.Read)
            .OfType<SuppositionFile>()
            .Concat(Folders(session).SelectMany(SuppositionFile.In))
            .DistinctBy(f => f.Name);

    private static IEnumerable<string> Folders(AssistantSession session)
    {
        var folders = session.Folders;
        if (DataFolders.UserFolder(session.Surroundings.Environment) is { } home)
        {
            yield return Path.Combine(home, "scenarios");
            yield return Path.Combine(home, "arguments");
        }
        yield return folders.Scenarios;
        yield return Path.Combine(folders.Root, "samples", "arguments");
    }

    private static string Word(SuppositionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>
    /// YAML of a call as a file in a folder of its own, gone after the run; beside it stand copies of the files that ship, as they lie there, so that it may
    /// name them.
    /// </summary>
    private sealed class InlineFile : IDisposable
    {
        public InlineFile(string yaml, IEnumerable<string> beside)
        {
            Folder = Directory.CreateTempSubdirectory("entente-").FullName;
            foreach (var folder in beside.Where(Directory.Exists))
            {
                var into = Directory.CreateDirectory(System.IO.Path.Combine(Folder, System.IO.Path.GetFileName(folder))).FullName;
                foreach (var file in Directory.GetFiles(folder, "*.yml"))
                    if (System.IO.Path.Combine(into, System.IO.Path.GetFileName(file)) is var copy && !File.Exists(copy))
                        File.Copy(file, copy);
            }
            var own = Directory.CreateDirectory(System.IO.Path.Combine(Folder, ArgumentFile.Is(yaml) ? "arguments" : "scenarios")).FullName;
            Path = System.IO.Path.Combine(own, Inline);
            File.WriteAllText(Path, yaml, Surroundings.Utf8);
        }

        public string Folder { get; }

        public string Path { get; }

        /// <summary>A text without the folder's name.</summary>
        public string Shown(string text)
        {
            var separator = System.IO.Path.DirectorySeparatorChar;
            foreach (var folder in (string[])[System.IO.Path.GetDirectoryName(Path)! + separator, Folder + separator])
                text = text.Replace(JsonEncodedText.Encode(folder).ToString(), "", StringComparison.Ordinal)
                    .Replace(folder, "", StringComparison.Ordinal);
            return text;
        }

        public void Dispose()
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The system clears its own folder for what is passing.
            }
        }
    }
}
