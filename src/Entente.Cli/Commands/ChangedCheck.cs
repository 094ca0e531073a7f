using System.Collections.Concurrent;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Application.Outputs;
using Entente.Application.Records;
using Entente.Application.Results;
using Entente.Checking.Flips;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Reports.Terminal;

namespace Entente.Cli.Commands;

/// <summary>
/// `check --changed`: texts that were checked against another record are checked again, and the verdicts that turned are listed. Looking
/// changes nothing: the past verdicts stay the past ones until a text is checked again or `--accept` says so.
/// </summary>
internal static class ChangedCheck
{
    public static int Run(CommandContext context, string[] paths, string format, string? overridesPath, bool accept, bool exitZero)
    {
        var surroundings = context.Surroundings;
        if (format is not ("text" or "json"))
            throw Wrong($"'--format {format}' with '--changed'", "'--format text|json'");
        var journalPath =
            VerdictJournal.PathOf(surroundings) ?? throw Wrong("no folder for your own files", "ENTENTE_HOME set to a folder");
        var engine = context.Engine;
        engine.Prepare();
        using var messages = context.Messages(resultsGoToFile: true);
        var book = OverrideStore.ForReading(overridesPath, surroundings, messages);
        var asked = VerdictJournal.Latest(journalPath).Where(t => t.Record is not null && IsUnder(t.Path, paths)).ToList();
        var record = engine.RecordHash();
        var gone = new List<string>();
        var again = new Dictionary<string, RememberedText>(StringComparer.Ordinal);
        var files = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var text in asked)
            if (RecordSearch.FileOf(text.Path) is not { } file)
                gone.Add(text.Path);
            else if (text.Record != record)
            {
                again[text.Path] = text;
                var given = text.PublishedGiven ?? "";
                if (!files.TryGetValue(given, out var group))
                    files[given] = group = new(StringComparer.Ordinal);
                group.Add(file);
            }
        var today = surroundings.Today.Today;
        var found = new ConcurrentDictionary<string, IReadOnlyList<Flip>>(StringComparer.Ordinal);
        using var journal = accept ? VerdictJournal.Of(surroundings) : null;
        var failed = false;
        foreach (var (given, group) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var published = given.Length == 0 ? null : CommandContext.Published(given);
            var pipeline = new DocumentPipeline(engine, surroundings, messages) { Published = published };
            pipeline.Run(
                [.. group],
                (document, _, cancellation) =>
                {
                    var text = new Utf8Text();
                    if (again.TryGetValue(document.Path, out var before))
                    {
                        var extraction = engine.Extract(document, cancellation);
                        var result = book.Apply(engine.Check(document, extraction, today, cancellation));
                        found[document.Path] = FlipFinder.Find(before, result);
                        journal?.Add(result, before.PublishedGiven);
                    }
                    return new Rendered(
                        text,
                        new DocumentSummary
                        {
                            Path = document.Path,
                            Sha256 = document.Sha256,
                            Counts = VerdictCounts.Zero,
                        }
                    );
                },
                static _ => { },
                context.Cancellation
            );
            failed |= pipeline.NamedPathFailed;
        }
        var report = new FlipReport
        {
            Texts = asked.Count,
            Checked = found.Count,
            Flips = [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value)],
            Gone = gone,
            OtherProgram = again.Values.Count(t => t.Program != VerdictJournal.Program),
            Record = record,
            Day = today,
        };
        using var target = OutputTarget.Open(null, surroundings);
        if (format == "json")
            FlipsJson.Write(target.Writer, report);
        else
            TerminalFlips.Write(target.Writer, report, new ReportSettings { Width = surroundings.Width, Colour = surroundings.Colour });
        target.Complete();
        if (failed)
            return ExitStatus.WrongUse;
        return report.TurnedWrong && !exitZero ? ExitStatus.WrongFound : ExitStatus.Done;
    }

    /// <summary>True for every text where no path is given, else for those at a path or below it.</summary>
    private static bool IsUnder(string text, string[] paths)
    {
        if (paths.Length == 0)
            return true;
        foreach (var path in paths)
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (
                text.StartsWith(full, StringComparison.Ordinal)
                && (text.Length == full.Length || text[full.Length] == Path.DirectorySeparatorChar || text[full.Length] == '#')
            )
                return true;
        }
        return false;
    }

    private static WrongUseException Wrong(string found, string expected) =>
        new(
            new InputProblem
            {
                Where = "entente check",
                Found = found,
                Expected = expected,
                Hint = "see 'entente check --help'",
            }
        );
}
