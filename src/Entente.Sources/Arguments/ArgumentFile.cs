using System.Security.Cryptography;
using System.Text;
using Entente.Catalogue;
using Entente.Checking.Reasoning;
using Entente.Claims.Language;
using Entente.Models;
using Entente.Models.Declared;
using Entente.Sources.Files;
using Entente.Sources.Scenarios;

namespace Entente.Sources.Arguments;

/// <summary>
/// An argument of `whatif`: a YAML file that says who moves when, what each gets, whose numbers these are, and what is claimed of it. The schema is in
/// docs/models/arguments.md.
/// </summary>
public static class ArgumentFile
{
    private const string Lambda = "lambda";

    private static readonly string[] Keys =
    [
        "argument",
        "question",
        "notes",
        "source",
        "game",
        "unit",
        "actors",
        "moves",
        "ends",
        "model",
        "assumptions",
        "correlated",
        "solution",
        "claims",
    ];

    /// <summary>What a file that takes the game of another one takes of it, where it does not say otherwise.</summary>
    private static readonly string[] OfGame = ["unit", "actors", "moves", "ends", "model", "solution", "correlated"];

    /// <summary>Whether a file's text begins like an argument: by its top key.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Length > 0 && line[0] != '#' && !char.IsWhiteSpace(line[0]) && !line.StartsWith("---"))
                return line.StartsWith("argument:");
        return false;
    }

    /// <summary>Reads an argument, works out its formulas, and checks all of it.</summary>
    /// <exception cref="Datasets.Reading.DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static DeclaredArgument Read(string path, ArgumentTools tools) => Read(path, tools, ScenarioSettings.None);

    /// <summary>The same with what the user sets.</summary>
    /// <exception cref="Datasets.Reading.DataFileException">Something is wrong: the place, what was found, what was expected.</exception>
    public static DeclaredArgument Read(string path, ArgumentTools tools, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(settings);
        return Set(Declared(path, tools, settings with { Folders = [.. settings.Folders, .. tools.Folders] }), settings);
    }

    /// <summary>An argument with some of its numbers held at values. Where these make no chances it has no solution, and says so.</summary>
    /// <exception cref="Datasets.Reading.DataFileException">A number is none of its, or outside of its range.</exception>
    public static DeclaredArgument Set(DeclaredArgument argument, ScenarioSettings settings)
    {
        ArgumentNullException.ThrowIfNull(argument);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Numbers.Count == 0)
            return argument;
        var left = new Dictionary<string, double>(settings.Numbers, StringComparer.Ordinal);
        var (inputs, set) = (new List<DeclaredInput>(), new List<FixedNumber>());
        foreach (var input in argument.Inputs)
            if (!input.Range.IsExact && left.Remove(input.Name, out var value))
            {
                set.Add(ScenarioRanges.Within(settings.Where, input.Name, value, input.Range, argument.File, input.Line));
                inputs.Add(input with { Range = Spread.Exactly(value) });
            }
            else
                inputs.Add(input);
        ScenarioRanges.Known(settings, left, argument.File, argument.Inputs.Where(i => !i.Range.IsExact).Select(i => i.Name));
        return argument with { Inputs = inputs, Fixed = set };
    }

    /// <summary>An argument whose files are told by other names than those they were opened by.</summary>
    public static DeclaredArgument Named(DeclaredArgument argument, Func<string, string> told)
    {
        ArgumentNullException.ThrowIfNull(argument);
        ArgumentNullException.ThrowIfNull(told);
        var files = argument.Files.Select(f => f.File).ToHashSet(StringComparer.Ordinal);
        InputEvidence Evidence(InputEvidence one) => files.Contains(one.Id) ? one with { Id = told(one.Id) } : one;
        return argument with
        {
            File = told(argument.File),
            Files = [.. argument.Files.Select(f => (told(f.File), f.Sha256))],
            Inputs = [.. argument.Inputs.Select(i => i with { Evidence = [.. i.Evidence.Select(Evidence)] })],
        };
    }

    private static DeclaredArgument Declared(string path, ArgumentTools tools, ScenarioSettings settings)
    {
        var own = ScenarioYaml.Open(path, settings.Text);
        ScenarioYaml.Only(own, Keys);
        var (root, game) = Joined(own, path, settings);
        var title = ScenarioYaml.Text(root, "argument");
        var source = Source(root);
        var unit = ScenarioYaml.Text(root, "unit");
        var numbers = new ArgumentNumbers(tools, Path.GetDirectoryName(path) ?? "", settings);
        var inputs = (root["assumptions"]?.Entries ?? [])
            .Select(e => numbers.Read(ArgumentYaml.Name(e.Key, e.Value, "an assumption"), e.Value))
            .ToList();
        var (concept, lambda) = Solution(root, inputs, numbers);
        if (inputs.GroupBy(i => i.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw ScenarioYaml.Wrong(root["assumptions"], path, $"'{twice.Key}' a second time", "each assumption once");
        var (actors, scenario, compiler) = Scenario(root, inputs, lambda, tools);
        var claims = Claims(root, compiler);
        if (claims.Count == 0)
            throw ScenarioYaml.Wrong(root, path, "no claims", "claims: a list of tests, such as 'choice(CHN) = align'");
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Title = title,
            Question = ScenarioYaml.Text(root, "question", ""),
            Notes = ArgumentYaml.Texts(root, "notes"),
            Source = source,
            Unit = unit,
            Actors = actors,
            Inputs = inputs,
            Links = Links(root, inputs),
            Scenario = scenario with { Suppositions = compiler.Suppositions },
            Solution = concept,
            Claims = claims,
            GameText = GameText(root),
            File = path,
            Files =
            [
                .. new[] { path }
                    .Concat(game is null ? [] : [game])
                    .Concat(numbers.Files.Order(StringComparer.Ordinal))
                    .Select(f => Hashed(f, f == path ? settings.Text : null)),
            ],
            RecordHash = tools.Record.Hash,
        };
    }

    /// <summary>A file that takes its game from another: the game's keys as there, and the assumptions as there where it does not state its own.</summary>
    private static (LocatedNode Root, string? Game) Joined(LocatedNode own, string path, ScenarioSettings settings)
    {
        if (own["game"] is not { } named)
            return (own, null);
        var file = settings.Beside(Path.GetDirectoryName(path) ?? "", ScenarioYaml.Text(own, "game"));
        ReadableFiles.Require(file);
        if (!File.Exists(file))
            throw ScenarioYaml.Wrong(named, path, $"no file '{named.Scalar}'", "the argument whose game this one is about, beside it");
        var other = ScenarioYaml.Open(file);
        ScenarioYaml.Only(other, Keys);
        if (other["game"] is not null)
            throw ScenarioYaml.Wrong(named, path, $"'{named.Scalar}', which takes its game from another", "a file with moves of its own");
        var entries = own.Entries!.Where(e => e.Key != "assumptions").ToList();
        entries.AddRange(other.Entries!.Where(e => OfGame.Contains(e.Key) && own[e.Key] is null));
        var stated = own["assumptions"]?.Entries ?? [];
        var known = other["assumptions"]?.Entries ?? [];
        foreach (var (key, node) in stated)
            if (known.All(k => k.Key != key))
                throw ScenarioYaml.Wrong(
                    node,
                    path,
                    $"the assumption '{key}'",
                    $"one of that game: {string.Join(", ", known.Select(k => k.Key))}"
                );
        entries.Add(
            (
                "assumptions",
                (other["assumptions"] ?? own) with
                {
                    Entries = [.. known.Select(k => (k.Key, own["assumptions"]?[k.Key] ?? k.Value))],
                }
            )
        );
        return (own with { Entries = entries }, file);
    }

    private static ArgumentSource Source(LocatedNode root)
    {
        var node = ScenarioYaml.Required(root, "source");
        ScenarioYaml.Only(node, "author", "title", "date", "address", "sha256", "start", "end");
        var hash = node["sha256"]?.Scalar?.ToLowerInvariant();
        if (hash is not null && (hash.Length != 64 || hash.Any(c => !char.IsAsciiHexDigitLower(c))))
            throw ScenarioYaml.Wrong(node["sha256"], root.File, $"'{hash}'", "64 hexadecimal digits: sha256sum FILE");
        (int, int)? position = null;
        if (node["start"] is not null || node["end"] is not null)
        {
            position = ((int)ScenarioYaml.Number(node["start"], node, "start"), (int)ScenarioYaml.Number(node["end"], node, "end"));
            if (position is not (>= 0, var end) || end <= position.Value.Item1)
                throw ScenarioYaml.Wrong(
                    node["start"] ?? node,
                    root.File,
                    "a position that ends before it starts",
                    "start and end in characters of the document, from 0"
                );
        }
        return new()
        {
            Author = ScenarioYaml.Text(node, "author"),
            Title = ScenarioYaml.Text(node, "title", ""),
            Date = ArgumentYaml.Date(node),
            Address = ScenarioYaml.Text(node, "address", ""),
            Sha256 = hash,
            Position = position,
        };
    }

    private static (string Words, Term? Lambda) Solution(LocatedNode root, List<DeclaredInput> inputs, ArgumentNumbers numbers)
    {
        if (root["model"] is not null)
            return ("a named model", null);
        var node = ScenarioYaml.Required(root, "solution");
        ScenarioYaml.Only(node, "concept", Lambda);
        switch (ScenarioYaml.Text(node, "concept"))
        {
            case "backward" when node[Lambda] is { } idle:
                throw ScenarioYaml.Wrong(idle, root.File, "λ for backward induction", "concept: qre, or no lambda");
            case "backward":
                return ("backward induction", null);
            case "qre":
                var input = numbers.Read(Lambda, ScenarioYaml.Required(node, Lambda));
                if (!(input.Range.Low >= 0))
                    throw ScenarioYaml.Wrong(
                        node[Lambda],
                        root.File,
                        FormattableString.Invariant($"a λ from {input.Range.Low}"),
                        "from 0, per unit of payoff"
                    );
                inputs.Add(input);
                return ("logit quantal response", Term.Input(inputs.Count - 1));
            case var other:
                throw ScenarioYaml.Wrong(node["concept"], root.File, $"'{other}'", "backward or qre");
        }
    }

    private static (IReadOnlyList<(string, string)> Actors, DeclaredScenario Scenario, PredicateCompiler Compiler) Scenario(
        LocatedNode root,
        List<DeclaredInput> inputs,
        Term? lambda,
        ArgumentTools tools
    )
    {
        var names = inputs.Select(i => i.Name).ToList();
        if (root["model"] is { } model)
        {
            if ((root["moves"] ?? root["ends"]) is { } both)
                throw ScenarioYaml.Wrong(both, root.File, "both a model and moves", "model:, or moves: and ends:");
            var named = ArgumentModels.Of(model, tools.Models);
            var outputs = new PredicateCompiler(null, names, named);
            return (
                root["actors"] is null ? [] : ArgumentMoves.Actors(root),
                new() { Model = named, ModelInputs = ArgumentModels.Inputs(model, named, outputs, inputs) },
                outputs
            );
        }
        var actors = ArgumentMoves.Actors(root);
        var game = ArgumentMoves.Game(root, actors);
        if (names.FirstOrDefault(n => game.MoveOf(n) >= 0) is { } shared)
            throw ScenarioYaml.Wrong(root["assumptions"]![shared], root.File, $"'{shared}' as an assumption and a move", "two names");
        if (lambda is null && !game.Tree.IsPerfectInformation)
            throw ScenarioYaml.Wrong(
                root["solution"],
                root.File,
                "backward induction where a move is unseen",
                "a game in which whoever moves knows all moves before, or concept: qre"
            );
        var compiler = new PredicateCompiler(game, names, null);
        return (
            actors,
            new()
            {
                Game = game,
                Lambda = lambda,
                Payoffs = ArgumentMoves.Payoffs(root, game, compiler),
                Chances = ArgumentMoves.Chances(root, game, compiler, [.. inputs.Select(i => i.Range.Mode)]),
            },
            compiler
        );
    }

    private static List<ArgumentClaim> Claims(LocatedNode root, PredicateCompiler compiler)
    {
        var claims = new List<ArgumentClaim>();
        foreach (var item in ScenarioYaml.List(root, "claims"))
        {
            var node = item;
            if (item["claim"] is { } named)
            {
                ScenarioYaml.Only(item, "claim", "says");
                node = named;
            }
            var expression = ArgumentYaml.Expression(node, "a claim, such as 'choice(CHN) = align'");
            var (term, error) = compiler.Predicate(expression);
            claims.Add(new(expression, item["says"]?.Scalar ?? "", term ?? throw ArgumentYaml.Wrong(node, error!), node.Line));
        }
        return claims;
    }

    private static List<InputLink> Links(LocatedNode root, List<DeclaredInput> inputs)
    {
        var links = new List<InputLink>();
        foreach (var node in ScenarioYaml.List(root, "correlated"))
        {
            ScenarioYaml.Only(node, "of", "by", "assumed", "source");
            ScenarioYaml.Source(node);
            var of = ScenarioYaml.Required(node, "of");
            int[] places =
            [
                .. of.Strings()
                    .Select(n =>
                        inputs.FindIndex(i => i.Name == n) is >= 0 and var place
                            ? place
                            : throw ScenarioYaml.Wrong(of, root.File, $"'{n}'", $"one of {string.Join(", ", inputs.Select(i => i.Name))}")
                    ),
            ];
            var by = ScenarioYaml.Number(node["by"], node, "by");
            if (places.Length != 2 || places[0] == places[1] || !(by > -1 && by < 1))
                throw ScenarioYaml.Wrong(node, root.File, "no correlation of two numbers", "of: [a, b] and by: above -1 and below 1");
            links.Add(new(places[0], places[1], by));
        }
        return
            links.Count > 0 && Numerics.Distributions.GaussianCopula.Of([.. links.Select(l => (l.First, l.Second, l.Correlation))]) is null
            ? throw ScenarioYaml.Wrong(root["correlated"], root.File, "correlations that no numbers can have together", "smaller ones")
            : links;
    }

    /// <summary>What makes the game, in the file's own words without its numbers.</summary>
    private static string GameText(LocatedNode root)
    {
        var text = new StringBuilder();
        foreach (var key in new[] { "actors", "moves", "ends", "model" })
            Written(root[key], key == "actors", text.Append(key));
        foreach (var (name, _) in root["assumptions"]?.Entries ?? [])
            text.Append('|').Append(name);
        return text.ToString();
    }

    private static void Written(LocatedNode? node, bool keysOnly, StringBuilder text)
    {
        if (node?.Scalar is { } scalar && !keysOnly)
            text.Append('=').Append(ClaimParser.Parse(scalar).Expression?.ToString() ?? scalar);
        foreach (var item in node?.Items ?? [])
            Written(item, keysOnly: false, text.Append(','));
        foreach (var (key, value) in node?.Entries ?? [])
            Written(value, keysOnly, text.Append(';').Append(key));
    }

    private static (string, string) Hashed(string file, string? text) =>
        (file, Convert.ToHexStringLower(SHA256.HashData(text is null ? File.ReadAllBytes(file) : Encoding.UTF8.GetBytes(text))));
}
