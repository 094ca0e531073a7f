using System.Globalization;
using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Checking.Reasoning;
using Entente.Models;
using Entente.Models.Declared;
using Entente.Models.Equilibrium;
using Entente.Sources;
using Entente.Sources.Arguments;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Scenarios;
using Entente.Sources.Store;

namespace Entente.Application.Composition;

/// <summary>What arguments' files are read with: the record as known on a day, and the trade model for their formulas.</summary>
internal static class Arguing
{
    // Enough for a 90 % interval of a loss; the same in every run.
    private const int LossDraws = 200;
    private const ulong LossSeed = 1;

    public static ArgumentTools Tools(Knowledge knowledge, ClaimChecker checker, Surroundings surroundings, CancellationToken cancellation)
    {
        var answers = new Dictionary<string, ScenarioAnswer>(StringComparer.Ordinal);
        ScenarioAnswer Answer(string file)
        {
            if (answers.TryGetValue(file, out var known))
                return known;
            IRecordStore? store = null;
            try
            {
                var (world, scenario) = ScenarioFile.Read(
                    file,
                    () => store = StorePlace.Of(surroundings.Environment)?.OpenExisting(),
                    () => Composer.States(surroundings),
                    new() { Folders = [Composer.Folders(surroundings).Scenarios] },
                    cancellation
                );
                var answer = ScenarioRun.Answer(
                    world,
                    scenario,
                    LossDraws,
                    LossSeed,
                    Environment.ProcessorCount,
                    cancellation: cancellation
                );
                answers.Add(file, answer);
                return answer;
            }
            finally
            {
                store?.Dispose();
            }
        }
        return new()
        {
            Formulas = new(new Evaluator(checker.Now), knowledge.Names, (region, file, what) => Loss(Answer(file), region, file, what)),
            Record = knowledge.Record,
            Models = DeclaredModels.All,
            Folders = [Path.Combine(Composer.Folders(surroundings).Root, "samples", "arguments")],
            Row = place =>
                knowledge.Tables.Observations.FirstOrDefault(o => o.Row.ToString() == place) is { } row
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Measure} {row.Subject} {row.Object} {row.Period?.Text} {row.Value:G6} {row.Unit} ({row.Source})"
                    )
                    : null,
        };
    }

    private static (Spread, string) Loss(ScenarioAnswer answer, string region, string file, TradeLoss what)
    {
        var place = answer.World.RegionOf(region);
        if (place < 0)
            throw new DataFileException(
                file,
                0,
                "",
                $"no region '{region}'",
                $"one of {string.Join(", ", answer.World.Regions.Select(r => r.Code))}"
            );
        if (answer.Central is not { } central)
            throw new DataFileException(file, 0, "", "a scenario whose equilibrium was not found", "one that the trade model can answer");
        var outcome = (int)(
            what switch
            {
                TradeLoss.Exports => RegionOutcome.Exports,
                TradeLoss.Imports => RegionOutcome.Imports,
                _ => RegionOutcome.RealIncome,
            }
        );
        var mode = -central[outcome][place];
        var drawn = answer.Intervals?[outcome][place];
        var range = drawn is { } d ? new Spread(Math.Min(mode, -d.High), mode, Math.Max(mode, -d.Low)) : Spread.Exactly(mode);
        return (
            range,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{region} loses {100 * mode:0.###} % of {(what == TradeLoss.Income ? "real income" : what.ToString().ToLowerInvariant())} [{100 * range.Low:0.###}, {100 * range.High:0.###}] in '{answer.Scenario.Name}'"
            )
        );
    }
}
