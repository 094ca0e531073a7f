using Entente.Application.Composition;
using Entente.Checking.Reasoning;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Scenarios;

namespace Entente.Application.Supposing;

/// <summary>A file of `whatif` as an editor shows it: what can be set, and what it is about.</summary>
internal sealed record SuppositionDescription
{
    public required ShelvedSupposition Of { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<DeclaredRange> Ranges { get; init; }

    /// <summary>Of a scenario of trade that can be read.</summary>
    public (TradeWorld World, TradeScenario Scenario)? Trade { get; init; }

    public DeclaredArgument? Argument { get; init; }

    /// <summary>Arguments about the same game, by id: what this one can be laid against.</summary>
    public IReadOnlyList<ShelvedSupposition> Comparable { get; init; } = [];

    public SuppositionKeys? Keys { get; init; }

    /// <summary>What is wrong with the text, so that it cannot be run; null where it can.</summary>
    public DataFileException? Problem { get; init; }

    /// <param name="context">The engine.</param>
    /// <param name="of">The file.</param>
    /// <param name="text">Its own text, or the one it is edited to.</param>
    /// <param name="settings">The text again where it is an edited one.</param>
    /// <param name="read">Reads an argument.</param>
    public static SuppositionDescription Read(
        CommandContext context,
        ShelvedSupposition of,
        string text,
        ScenarioSettings settings,
        Func<string, ScenarioSettings, DeclaredArgument> read
    )
    {
        var bare = new SuppositionDescription
        {
            Of = of,
            Text = text,
            Ranges = [],
        };
        try
        {
            if (SuppositionFile.Read(of.File, settings.Text) is not { } heading)
                throw new DataFileException(of.File, 1, "", "no scenario", "one of the keys scenario:, oil: or argument:");
            bare = bare with { Of = of with { Heading = heading } };
            if (Suppositions.IsArgument(of.File, settings.Text))
            {
                var argument = read(of.File, settings);
                return bare with
                {
                    Argument = argument,
                    Ranges = [.. argument.Inputs.Where(i => !i.Range.IsExact).Select(i => Range(argument, i))],
                    Keys = SuppositionKeys.Of(context, of.File, settings, argument),
                };
            }
            var folders = settings with { Folders = [Composer.Folders(context.Surroundings).Scenarios] };
            bare = bare with
            {
                Ranges = heading.Kind == SuppositionKind.Oil ? OilFile.Ranges(of.File, settings) : ScenarioFile.Ranges(of.File, folders),
                Keys = SuppositionKeys.Of(context, of.File, settings, null),
            };
            if (heading.Kind == SuppositionKind.Oil)
                OilFile.Read(of.File, settings);
            else if (!ScenarioFile.IsImported(of.File, folders))
                bare = bare with { Trade = Suppositions.Read(context, of.File, settings) };
            return bare;
        }
        catch (DataFileException e)
        {
            return bare with { Problem = e };
        }
    }

    private static DeclaredRange Range(DeclaredArgument argument, Models.Declared.DeclaredInput input) =>
        new()
        {
            Name = input.Name,
            Range = input.Range,
            About = input.Meaning,
            Source = string.Join(", ", new[] { input.Author, input.Date }.Where(t => t.Length > 0)),
            Assumed = input.Assumed,
            File = argument.File,
            Line = input.Line,
        };
}
