using Entente.Application.Composition;
using Entente.Application.Supposing;
using Entente.Checking.Reasoning;
using Entente.Sources.Arguments;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Files;
using Entente.Sources.Scenarios;
using Entente.Web.Hosting;
using Entente.Web.Http;

namespace Entente.Web.Whatif;

/// <summary>
/// Where scenarios and arguments are run for the page. An argument is read once and then only set: its figures come from the record and from scenarios
/// that are solved for them, which takes longer than a slider waits. The last answers are kept to be reported.
/// </summary>
internal sealed class WhatifBench(Workbench workbench) : IDisposable
{
    private const int MostArguments = 24;
    private const int MostAnswers = 12;
    private const int PreviewsAtOnce = 2;

    private readonly SemaphoreSlim previews = new(PreviewsAtOnce);
    private readonly Lock reading = new();
    private readonly LinkedList<(string Key, DeclaredArgument Argument)> arguments = [];
    private readonly Lock keeping = new();
    private readonly LinkedList<(string Job, SuppositionAnswer Answer)> answers = [];

    public SuppositionShelf Shelf => SuppositionShelf.Of(workbench.Surroundings);

    public Engine Engine => workbench.Engine;

    /// <summary>Runs something that reads files that a text from the page names: nothing outside of the shelf is opened, and errors tell no folders.</summary>
    public static T Bounded<T>(SuppositionShelf shelf, Func<T> work)
    {
        try
        {
            using (ReadableFiles.Within(shelf.Readable))
                return work();
        }
        catch (DataFileException e)
        {
            throw RunRequest.Wrong(SuppositionDescriptionJson.Where(e, shelf), e.Found, e.Expected, e.Hint);
        }
    }

    /// <summary>A turn for an answer while somebody waits.</summary>
    public async Task<IDisposable> Turn(CancellationToken cancellation)
    {
        await previews.WaitAsync(cancellation);
        return new Release(previews);
    }

    public SuppositionAnswer Run(
        SuppositionShelf shelf,
        RunRequest request,
        bool brief,
        Action<double, string> progress,
        CancellationToken cancellation
    )
    {
        var one = Found(shelf, request.Id);
        var wish = new SuppositionWish(one.File, request.Settings, request.Draws, request.Seed, workbench.Today)
        {
            Samples = request.Samples,
            Against = request.Against is { Length: > 0 } other ? Found(shelf, other).File : null,
            Brief = brief,
            Told = shelf.Told,
            Argument = Argument,
        };
        return Bounded(shelf, () => Suppositions.Run(workbench.Context(cancellation), wish, progress));
    }

    public SuppositionDescription Describe(SuppositionShelf shelf, ShelvedSupposition one, string? text, CancellationToken cancellation) =>
        Bounded(
            shelf,
            () =>
            {
                var described = SuppositionDescription.Read(
                    workbench.Context(cancellation),
                    one,
                    text ?? File.ReadAllText(one.File),
                    new() { Text = text, Where = RunRequest.Where },
                    Argument
                );
                return described.Argument is { } argument ? described with { Comparable = Comparable(shelf, one, argument) } : described;
            }
        );

    /// <summary>What a run of the request hangs on.</summary>
    public SuppositionKeys Keys(SuppositionShelf shelf, RunRequest request, CancellationToken cancellation)
    {
        var one = Found(shelf, request.Id);
        return Bounded(
            shelf,
            () =>
                SuppositionKeys.Of(
                    workbench.Context(cancellation),
                    one.File,
                    request.Settings,
                    Suppositions.IsArgument(one.File, request.Settings.Text)
                        ? Argument(one.File, request.Settings with { Numbers = new Dictionary<string, double>() })
                        : null
                )
        );
    }

    public static ShelvedSupposition Found(SuppositionShelf shelf, string id) =>
        shelf.Find(id) ?? throw RunRequest.Wrong("id", $"'{id}'", "the id of a scenario or an argument", "GET /api/scenarios lists them");

    public void Keep(string job, SuppositionAnswer answer)
    {
        lock (keeping)
        {
            answers.AddFirst((job, answer));
            if (answers.Count > MostAnswers)
                answers.RemoveLast();
        }
    }

    public SuppositionAnswer? Kept(string job)
    {
        lock (keeping)
            return answers.FirstOrDefault(a => a.Job == job).Answer;
    }

    public void Dispose() => previews.Dispose();

    private DeclaredArgument Argument(string file, ScenarioSettings settings)
    {
        var bare = settings with { Numbers = new Dictionary<string, double>() };
        var own = settings.Text is { } text ? SuppositionAnswer.Hash(text) : SuppositionKeys.HashOf(file);
        var key = FormattableString.Invariant($"{file}|{own}|{workbench.Generation}|{workbench.Today}");
        // One at a time: each reading solves scenarios on all processors, and who waits for the same one finds it read.
        lock (reading)
        {
            if (arguments.FirstOrDefault(a => a.Key == key).Argument is { } known && known.Files.Skip(1).All(f => Same(f.File, f.Sha256)))
                return ArgumentFile.Set(known, settings);
            var tools = workbench.Engine.Arguing(workbench.Today, CancellationToken.None);
            var argument = ArgumentFile.Read(file, tools, bare);
            arguments.AddFirst((key, argument));
            if (arguments.Count > MostArguments)
                arguments.RemoveLast();
            return ArgumentFile.Set(argument, settings);
        }
    }

    private static bool Same(string file, string sha256)
    {
        try
        {
            return SuppositionKeys.HashOf(file) == sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Those that take their game from the same file, and that file: whether two can be laid side by side is found when they are.
    private static List<ShelvedSupposition> Comparable(SuppositionShelf shelf, ShelvedSupposition one, DeclaredArgument argument)
    {
        var game = SuppositionFile.Game(one.File, null) ?? Path.GetFileName(argument.File);
        return
        [
            .. shelf
                .All()
                .Where(o =>
                    o.Id != one.Id
                    && o is { Kind: "argument", Problem: null }
                    && (SuppositionFile.Game(o.File, null) ?? Path.GetFileName(o.File)) == game
                ),
        ];
    }

    private sealed class Release(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
