using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Results;
using Entente.Application.Stores;
using Entente.Checking.Flips;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;
using Entente.Sources.Files;
using Entente.Sources.Search;

namespace Entente.Cli.Commands;

/// <summary>
/// `search WORDS`: the reading list and the record's metadata. The index is brought up to date here, from what runs have left in the journal, so
/// that reading and checking pay nothing for it.
/// </summary>
internal static class SearchCommand
{
    private const string FileName = "search.db";
    private const string TextKind = "text";
    private const int MostHits = 200;

    private static readonly string[] Kinds = [TextKind, "measure", "dataset", "event", "source", "item"];

    public static Command Create(CommandContext context)
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "What to look for; the last word may be a beginning.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var index = new Option<string[]>("--index")
        {
            Description = "First read these files or folders into the reading list.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
        };
        var kind = new Option<string[]>("--kind")
        {
            Description = $"Only {string.Join(", ", Kinds)}.",
            HelpName = "KIND",
            DefaultValueFactory = _ => [],
        };
        kind.AcceptOnlyFromAmong(Kinds);
        var limit = new Option<int>("--limit")
        {
            Description = "Most results.",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        var format = CommonOptions.Format("text", "json");
        var command = new Command("search", "Look for words in the reading list and in the names that the record uses.")
        {
            words,
            index,
            kind,
            limit,
            format,
        };
        command.SetAction(parsed =>
        {
            var asked = string.Join(' ', parsed.GetValue(words)!);
            var paths = parsed.GetValue(index) ?? [];
            if (asked.Length == 0 && paths.Length == 0)
                throw Wrong($"no {words.Name}", $"{words.Name}: {words.Description}");
            var most = parsed.GetValue(limit);
            if (most is < 1 or > MostHits)
                throw Wrong($"'--limit {most}'", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {MostHits}"));
            return Run(context, asked, paths, parsed.GetValue(kind)!, most, parsed.GetValue(format)!);
        });
        return command;
    }

    private static int Run(CommandContext context, string asked, string[] paths, string[] kinds, int limit, string format)
    {
        var surroundings = context.Surroundings;
        var home =
            DataFolders.UserFolder(surroundings.Environment) ?? throw Wrong("no folder for your own files", "ENTENTE_HOME set to a folder");
        var failed = paths.Length > 0 && !Read(context, paths);
        using var index = SearchIndex.Open(Path.Combine(home, FileName));
        BringTexts(index, Path.Combine(home, VerdictJournal.FileName));
        BringRecord(index, context);
        if (asked.Length > 0)
        {
            var found = index
                .Find(asked, kinds, limit)
                .Select(h => new FoundEntry(
                    h.Entry.Kind,
                    h.Entry.Ref,
                    h.Entry.Title,
                    h.Entry.Detail,
                    h.Snippet.Trim(),
                    h.Score,
                    h.Entry.Kind == TextKind && ChangedCheck.FileOf(h.Entry.Ref) is null
                ))
                .ToList();
            using var target = OutputTarget.Open(null, surroundings);
            if (format == "json")
                SearchJson.Write(target.Writer, asked, found);
            else
                TerminalSearch.Write(target.Writer, found, new ReportSettings { Width = surroundings.Width, Colour = surroundings.Colour });
            target.Complete();
        }
        return failed ? ExitStatus.WrongUse : ExitStatus.Done;
    }

    /// <summary>Reads texts into the journal, without a word on standard output; false where a named path failed.</summary>
    private static bool Read(CommandContext context, string[] paths)
    {
        var (engine, surroundings) = (context.Engine, context.Surroundings);
        engine.Prepare();
        using var messages = context.Messages(resultsGoToFile: true);
        using var journal = VerdictJournal.Of(surroundings);
        var pipeline = new DocumentPipeline(engine, surroundings, messages);
        var read = 0;
        pipeline.Run(
            paths,
            (document, _, cancellation) =>
            {
                var extraction = engine.Extract(document, cancellation);
                journal?.Add(document, extraction.Claims, surroundings.Today.Today);
                return new Rendered(
                    new Utf8Text(),
                    new DocumentSummary
                    {
                        Path = document.Path,
                        Sha256 = document.Sha256,
                        Counts = VerdictCounts.Zero,
                    }
                );
            },
            _ => read++,
            context.Cancellation
        );
        messages.Say(string.Create(CultureInfo.InvariantCulture, $"{read} {(read == 1 ? "text" : "texts")} read into the reading list"));
        return !pipeline.NamedPathFailed;
    }

    /// <summary>Takes what the journal has gained since the last time; all of it where it is another file.</summary>
    private static void BringTexts(SearchIndex index, string journal)
    {
        var (id, begin) = ("", 0L);
        foreach (var (line, end) in VerdictJournal.Lines(journal, 0))
        {
            (id, begin) = (Id(line), end);
            break;
        }
        var same = index.Note("journal") == id;
        var from =
            same && long.TryParse(index.Note("offset"), CultureInfo.InvariantCulture, out var known) ? Math.Max(known, begin) : begin;
        var entries = new Dictionary<string, SearchEntry>(StringComparer.Ordinal);
        var to = from;
        foreach (var (line, end) in VerdictJournal.Lines(journal, from))
        {
            if (RememberedLine.Read(line) is { } text)
                entries[text.Path] = Entry(text);
            to = end;
        }
        if (!same || to > from)
            index.Change(
                same ? null : k => k == TextKind,
                entries.Values,
                ("journal", id),
                ("offset", to.ToString(CultureInfo.InvariantCulture))
            );
    }

    /// <summary>Takes the names of record and catalogue again where anything about them has changed.</summary>
    private static void BringRecord(SearchIndex index, CommandContext context)
    {
        var stamp = ResultMemory.Stamp(context.Surroundings);
        if (stamp is not null && index.Note("record") == stamp)
            return;
        index.Change(k => k != TextKind, context.Engine.SearchEntries(), ("record", stamp ?? ""));
    }

    private static SearchEntry Entry(RememberedText text)
    {
        string?[] detail = [string.Join(", ", text.Authors), text.Site, text.Published];
        return new(
            TextKind,
            text.Path,
            text.Title ?? Path.GetFileNameWithoutExtension(text.Path),
            string.Join(" · ", detail.Where(d => !string.IsNullOrEmpty(d))),
            string.Join(" · ", text.Headings.Concat(text.Claims.Select(c => c.Quote))),
            text.Path
        );
    }

    private static string Id(ReadOnlyMemory<byte> header)
    {
        try
        {
            using var parsed = JsonDocument.Parse(header);
            return parsed.RootElement.TryGetProperty("id", out var id) ? id.GetString() ?? "" : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = "entente search",
                Found = found,
                Expected = expected,
                Hint = "see 'entente search --help'",
            }
        );
}
