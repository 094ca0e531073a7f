using System.Globalization;
using Entente.Application.Composition;
using Entente.Application.Outputs.Arguments;
using Entente.Application.Outputs.Oil;
using Entente.Application.Outputs.Scenarios;
using Entente.Application.Stores;
using Entente.Checking.Reasoning;
using Entente.Models.Equilibrium;
using Entente.Models.Oil;
using Entente.Sources.Arguments;
using Entente.Sources.Scenarios;
using Entente.Sources.Store;

namespace Entente.Application.Supposing;

/// <summary>A file of `whatif` to run.</summary>
/// <param name="File">A scenario, a question about oil, or an argument.</param>
/// <param name="Draws">How often what is uncertain is drawn; null for what is usual of its kind.</param>
internal sealed record SuppositionWish(string File, ScenarioSettings Settings, int? Draws, ulong Seed, LocalDate AsOf)
{
    /// <summary>Points of the sensitivity; 0 for none.</summary>
    public int Samples { get; init; }
}

/// <summary>What came of it: the answers of one kind, the others empty.</summary>
internal sealed record SuppositionAnswer(string File)
{
    /// <summary>One for each run of a scenario of trade.</summary>
    public IReadOnlyList<ScenarioAnswer> Trade { get; init; } = [];

    public OilAnswer? Oil { get; init; }

    public ArgumentAnswer? Argument { get; init; }

    public void WriteJson(StreamWriter output)
    {
        if (Argument is { } argument)
            ArgumentJson.Write(output, argument, null);
        else if (Oil is { } oil)
            OilJson.Write(output, oil, File);
        else
            WhatifJson.Write(output, Trade, File);
    }

    public void WriteText(StreamWriter output)
    {
        if (Argument is { } argument)
            ArgumentText.Write(output, argument);
        else if (Oil is { } oil)
            OilText.Write(output, oil);
        else
            WhatifText.Write(output, Trade);
    }
}

/// <summary>Runs what `whatif` runs, for every way in.</summary>
internal static class Suppositions
{
    /// <summary>Draws of a scenario where none are asked for.</summary>
    public const int Draws = 1_000;

    /// <summary>Draws of an argument where none are asked for.</summary>
    public const int ArgumentDraws = 10_000;

    /// <summary>Whether a file is an argument's; one that cannot be read is told of by what reads it whole.</summary>
    public static bool IsArgument(string file)
    {
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
    public static SuppositionAnswer Run(CommandContext context, SuppositionWish wish, Action<double, string> progress)
    {
        if (IsArgument(wish.File))
            return new(wish.File)
            {
                Argument = ArgumentRun.Answer(
                    ArgumentFile.Read(wish.File, context.Engine.Arguing(wish.AsOf, context.Cancellation)),
                    wish.Draws ?? ArgumentDraws,
                    wish.Seed,
                    Environment.ProcessorCount,
                    done => progress(done, string.Create(CultureInfo.InvariantCulture, $"{100 * done:0} %")),
                    context.Cancellation
                ),
            };
        var draws = wish.Draws ?? Draws;
        if (OilFile.Is(wish.File))
            return new(wish.File)
            {
                Oil = OilRun.Answer(OilFile.Read(wish.File), draws, wish.Seed, Environment.ProcessorCount, context.Cancellation),
            };
        IRecordStore? store = null;
        try
        {
            var (world, scenario) = ScenarioFile.Read(
                wish.File,
                () => store = Stores.Stores.OpenExisting(context),
                context.Engine.States,
                wish.Settings,
                context.Cancellation
            );
            var runs = scenario.Runs();
            return new(wish.File)
            {
                Trade =
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
                ],
            };
        }
        finally
        {
            store?.Dispose();
        }
    }

    /// <summary>One run of a scenario of trade, with what moves its results where that is asked for.</summary>
    public static ScenarioAnswer Answer(
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
}
