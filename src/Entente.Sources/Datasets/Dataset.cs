using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>Who made a dataset, on what terms it may be used, and how it is cited.</summary>
public sealed record Publication
{
    public required string Title { get; init; }

    /// <summary>Authors or the institution, as a citation writes them.</summary>
    public required string Producer { get; init; }

    public required int Year { get; init; }

    /// <summary>Journal with volume and pages, or the publisher of the data.</summary>
    public required string In { get; init; }

    public string? Doi { get; init; }

    /// <summary>Where a user gets the file.</summary>
    public required string Address { get; init; }

    /// <summary>The publisher's terms in a line, with what they mean for passing figures on.</summary>
    public required string Licence { get; init; }
}

/// <summary>
/// One public dataset: what it is, which tables it fills and how its published files are read. One folder each, with a README that
/// names columns, codes and traps. Has no state; one instance serves any number of imports.
/// </summary>
public abstract class Dataset
{
    /// <summary>What follows `record import`: `unga-votes`.</summary>
    public abstract string Name { get; }

    public abstract Publication Publication { get; }

    /// <summary>The name under which the measures' lists of authorities know its figures (`UN Comtrade`, `COW`).</summary>
    public abstract string Authority { get; }

    public abstract IReadOnlyList<TableShape> Tables { get; }

    /// <summary>True where a mapping has to say what the columns are (`--mapping FILE`).</summary>
    public virtual bool NeedsMapping => false;

    /// <summary>How its rows answer for measures of the catalogue; empty where only measures of their own read them.</summary>
    public virtual IReadOnlyList<MeasureReading> Readings => [];

    /// <summary>Measures that its rows answer by more than a column: shares of sums, figures over several years.</summary>
    public virtual IReadOnlyList<string> Answers => [];

    /// <summary>Observations for one of <see cref="Answers"/>, computed from the rows of one import.</summary>
    public virtual IEnumerable<Observation> Answer(RecordQuery query, ImportedRows rows) => [];

    /// <summary>What the rows of one import tell as dated events.</summary>
    public virtual IEnumerable<RecordedEvent> Events(ImportedRows rows) => [];

    /// <summary>For which kinds of events, and over which time, the rows of one import are all there are.</summary>
    public virtual IEnumerable<Coverage> Coverages(ImportedRows rows) => [];

    /// <summary>The votes on one resolution, or of one state: the one that is given.</summary>
    public virtual IEnumerable<RecordedVote> Votes(ImportedRows rows, string? resolution, string? state) => [];

    /// <summary>The release that the files are of, read off them (a version column, a date in the preamble); null where they do not say.</summary>
    /// <param name="files">The files given, opened anew for the import itself.</param>
    public virtual Release? ReleaseOf(IReadOnlyList<DataFileInput> files) => null;

    /// <summary>Reads the files, in whatever order they were given, and writes their rows.</summary>
    /// <exception cref="DataFileException">A file is not in the published layout, or a value cannot be read; nothing is kept then.</exception>
    public abstract void Import(IReadOnlyList<DataFileInput> files, ImportRun run);
}

/// <summary>A publisher's release.</summary>
/// <param name="Vintage">As the publisher names it: `4.0`, `2025-07`.</param>
/// <param name="Published">When it appeared (`2025-07`); empty where not known.</param>
public sealed record Release(string Vintage, string Published = "");
