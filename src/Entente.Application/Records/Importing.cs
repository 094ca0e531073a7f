using System.Reflection;
using Entente.Application.Composition;
using Entente.Application.Stores;
using Entente.Sources.Datasets;
using Entente.Sources.Store;
using NodaTime.Text;

namespace Entente.Application.Records;

/// <summary>How an import is asked for, whoever asks: the texts as they were typed.</summary>
internal sealed record ImportWish
{
    /// <summary>Who asks, for messages: `record import`.</summary>
    public required string Where { get; init; }

    public required string Dataset { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public string? Vintage { get; init; }

    public string? Published { get; init; }

    public bool AcceptUnplaced { get; init; }

    public string? Mapping { get; init; }
}

/// <summary>Brings publishers' files into the user's store and takes imports out again.</summary>
internal static class Importing
{
    /// <summary>The dataset of a name, where it takes what is given.</summary>
    /// <exception cref="WrongUseException">No such dataset, or a mapping too many or too few.</exception>
    public static Dataset Dataset(string where, string name, bool mapping)
    {
        var dataset =
            DatasetCatalogue.Find(name)
            ?? throw Wrong(where, $"'{name}'", $"a dataset: {string.Join(", ", DatasetCatalogue.All.Select(d => d.Name))}");
        if (dataset.NeedsMapping != mapping)
            throw Wrong(
                $"{where} {dataset.Name}",
                mapping ? "a mapping" : "no mapping",
                mapping ? "no --mapping: the columns of this dataset are known" : "--mapping FILE, which says what the columns are"
            );
        return dataset;
    }

    /// <summary>Whole or not at all; cancelled, it leaves the store as it was.</summary>
    /// <exception cref="WrongUseException">Something asked for cannot be.</exception>
    /// <exception cref="Entente.Sources.Datasets.Reading.DataFileException">A file is not as published, or holds parties that are not known.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static ImportOutcome Run(CommandContext context, ImportWish wish, IProgress<ImportProgress>? progress)
    {
        var dataset = Dataset(wish.Where, wish.Dataset, wish.Mapping is not null);
        var options = new ImportOptions
        {
            Mapping = wish.Mapping,
            Vintage = wish.Vintage,
            Published = wish.Published is { } given ? CommandContext.Published(given)!.Text : null,
            AcceptUnplaced = wish.AcceptUnplaced,
            Now = InstantPattern.General.Format(context.Surroundings.Now),
            Program = Version,
            Progress = progress,
        };
        var states = context.Engine.States();
        ImportOutcome Into(IRecordStore store)
        {
            ShippedFacts.Ensure(store, context.Engine.Record(), options.Now, options.Program, context.Cancellation);
            return new ImportRunner(store, states).Run(dataset, wish.Files, options, context.Cancellation);
        }
        // The first import makes the store: where nothing comes of it, there is none.
        using (var first = Stores.Stores.Begin(context))
            if (first is not null)
            {
                var outcome = Into(first.Store);
                if (first.Complete())
                    return outcome;
            }
        using var standing = Stores.Stores.Open(context);
        return Into(standing);
    }

    /// <summary>Rows of an import that could not be placed.</summary>
    public static IReadOnlyList<UnplacedRow> Unplaced(CommandContext context, int import)
    {
        using var store = Stores.Stores.OpenExisting(context);
        return store?.Unplaced(import) ?? [];
    }

    /// <exception cref="WrongUseException">There is no import of that number.</exception>
    public static void Undo(CommandContext context, string where, int number)
    {
        using var store = Stores.Stores.OpenExisting(context);
        if (store is null || !store.Undo(number, context.Cancellation))
            throw Wrong(
                where,
                FormattableString.Invariant($"{number}, which is no import"),
                "the number of an import that stands",
                "entente record list"
            );
    }

    internal static string Version =>
        typeof(Importing).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

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
