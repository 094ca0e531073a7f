using System.Globalization;
using Entente.Application.Composition;
using Entente.Checking.Reasoning;
using Entente.Models.Equilibrium;
using Entente.Models.Oil;
using Entente.Sources.Arguments;
using Entente.Sources.Scenarios;
using Entente.Sources.Store;

namespace Entente.Application.Supposing;

/// <summary>Runs what `whatif` runs, for every way in.</summary>
internal static class Suppositions
{
    /// <summary>Draws of a scenario where none are asked for.</summary>
    public const int Draws = 1_000;

    /// <summary>Draws of an argument where none are asked for.</summary>
    public const int ArgumentDraws = 10_000;

    public const int MostDraws = 1_000_000;
    public const int FewestDraws = 20;
    public const int MostSamples = 65_536;
    public const int FewestSamples = 16;
    public const int Samples = 512;

    private const int ExchangeDraws = 1_000;

    /// <summary>Whether a file is an argument's; one that cannot be read is told of by what reads it whole.</summary>
    public static bool IsArgument(string file, string? text = null)
    {
        if (text is not null)
            return ArgumentFile.Is(text);
        try
        {
            using var reader = new StreamReader(file, Surroundings.Utf8);
            var buffer = new char[4096];
            return ArgumentFile.Is(new string(buffer, 0, reader.ReadBlock(buffer)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <param name="progress">Told the share that is done and what is being done, from several threads.</param>
    /// <exception cref="Sources.Datasets.Reading.DataFileException">Something is wrong with a file.</exception>
    /// <exception cref="WrongUseException">What is asked is not asked of a file of its kind.</exception>
    public static SuppositionAnswer Run(CommandContext context, SuppositionWish wish, Action<double, string> progress)
    {
        if (wish.Draws is < 0 or > MostDraws or (> 0 and < FewestDraws))
            throw Wrong("--draws", $"{wish.Draws}", $"{FewestDraws} to {MostDraws} draws, or 0 for none");
        var answer = new SuppositionAnswer(wish.Told(wish.File))
        {
            Sha256 =
                wish.Settings.Text is { } text ? SuppositionAnswer.Hash(text)
                : wish.Told(wish.File) == wish.File ? null
                : SuppositionKeys.HashOf(wish.File),
        };
        if (IsArgument(wish.File, wish.Settings.Text))
            return Argue(context, wish, answer, progress);
        if (wish.Against is { } other)
            throw Wrong(wish.Told(other), "no argument", "a file whose top key is argument:, to lay another against it");
        var draws = wish.Draws ?? Draws;
        if (!OilFile.Is(wish.File, wish.Settings.Text))
            return answer with { Trade = Trade(context, wish, draws, progress) };
        if (wish.Samples > 0 || wish.Settings.Base is not null || wish.Settings.Parameters.Count > 0)
            throw Wrong(
                wish.Samples > 0 ? "--sensitivity" : wish.Settings.Where,
                "an option for scenarios of trade",
                "a file about oil with --draws, --seed and numbers that it declares as ranges"
            );
        return answer with
        {
            Oil = OilRun.Answer(OilFile.Read(wish.File, wish.Settings), draws, wish.Seed, Environment.ProcessorCount, context.Cancellation),
        };
    }

    /// <summary>A scenario's base and what it declares, as it will be run.</summary>
    /// <exception cref="Sources.Datasets.Reading.DataFileException">Something is wrong with a file.</exception>
    public static (TradeWorld World, TradeScenario Scenario) Read(CommandContext context, string file, ScenarioSettings settings)
    {
        IRecordStore? store = null;
        try
        {
            return ScenarioFile.Read(
                file,
                () => store = Stores.Stores.OpenExisting(context),
                context.Engine.States,
                settings with
                {
                    Folders = [.. settings.Folders, Composer.Folders(context.Surroundings).Scenarios],
                },
                context.Cancellation
            );
        }
        finally
        {
            store?.Dispose();
        }
    }

    private static IReadOnlyList<ScenarioAnswer> Trade(
        CommandContext context,
        SuppositionWish wish,
        int draws,
        Action<double, string> progress
    )
    {
        var (world, scenario) = Read(context, wish.File, wish.Settings);
        var runs = scenario.Runs();
        return
        [
            .. runs.Select(
                (run, i) =>
                    Answer(
                        world,
                        run,
                        draws,
                        wish.Seed,
                        wish.Samples,
                        (done, what) => progress((i + done) / runs.Count, what),
                        context.Cancellation
                    )
            ),
        ];
    }

    private static SuppositionAnswer Argue(
        CommandContext context,
        SuppositionWish wish,
        SuppositionAnswer answer,
        Action<double, string> progress
    )
    {
        if (wish.Draws == 0)
            throw Wrong("--draws", "0", $"{FewestDraws} draws or more, of an argument");
        if (wish.Settings.Base is not null || wish.Settings.Parameters.Count > 0 || wish.Samples > 0)
            throw Wrong(
                wish.Settings.Base is not null ? "--base"
                    : wish.Samples > 0 ? "--sensitivity"
                    : wish.Settings.Where,
                "an option for scenarios of trade",
                "an argument with --draws, --seed, --against and numbers that it declares as ranges"
            );
        var tools = new Lazy<ArgumentTools>(() => context.Engine.Arguing(wish.AsOf, context.Cancellation));
        DeclaredArgument Read(string file, ScenarioSettings settings) =>
            ArgumentFile.Named(
                wish.Argument is { } read ? read(file, settings) : ArgumentFile.Read(file, tools.Value, settings),
                wish.Told
            );
        var argument = Read(wish.File, wish.Settings);
        var other = wish.Against is null ? null : Read(wish.Against, ScenarioSettings.None);
        if (other is not null && ArgumentDivision.Apart(argument, other) is { } apart)
            throw Wrong(
                other.File,
                $"another game than that of {argument.File}: {apart}",
                "an argument about the same game",
                "game: FILE takes actors, moves, payoffs and the solution of another argument"
            );
        var draws = wish.Draws ?? ArgumentDraws;
        var threads = Environment.ProcessorCount;
        return answer with
        {
            Argument = wish.Brief
                ? ArgumentRun.Brief(argument, draws, wish.Seed, threads, context.Cancellation)
                : ArgumentRun.Answer(
                    argument,
                    draws,
                    wish.Seed,
                    threads,
                    done => progress(done, string.Create(CultureInfo.InvariantCulture, $"{100 * done:0} %")),
                    context.Cancellation
                ),
            Division = other is null
                ? null
                : ArgumentDivision.Between(argument, other, Math.Min(draws, ExchangeDraws), wish.Seed, threads, context.Cancellation),
        };
    }

    /// <summary>One run of a scenario of trade, with what moves its results where that is asked for.</summary>
    private static ScenarioAnswer Answer(
        TradeWorld world,
        TradeScenario run,
        int draws,
        ulong seed,
        int samples,
        Action<double, string> progress,
        CancellationToken cancellation
    )
    {
        var name = run.Run.Length > 0 ? $"{run.Run}: " : "";
        var answer = ScenarioRun.Answer(
            world,
            run,
            draws,
            seed,
            Environment.ProcessorCount,
            done => progress(done / (double)draws, string.Create(CultureInfo.InvariantCulture, $"{name}{done} of {draws} draws")),
            cancellation
        );
        if (samples == 0 || answer.Central is null)
            return answer;
        return answer with
        {
            Sensitivity = ScenarioSensitivity.Of(
                world,
                run,
                samples,
                seed,
                Environment.ProcessorCount,
                share => progress(share, string.Create(CultureInfo.InvariantCulture, $"{name}sensitivity, {share:p0}")),
                cancellation
            ),
        };
    }

    private static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
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
