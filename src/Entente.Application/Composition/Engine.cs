using Entente.Actors.Identity;
using Entente.Application.Parties;
using Entente.Checking;
using Entente.Checking.Between;
using Entente.Checking.Facts;
using Entente.Checking.Forecasts;
using Entente.Checking.Series;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Measures.Alignment;
using Entente.Profiles;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Record;
using Entente.Reports;
using Entente.Sources.Arguments;
using Entente.Sources.Scenarios;
using Entente.Sources.Search;

namespace Entente.Application.Composition;

/// <summary>
/// The parts that commands run on, each a function. Every part is safe to call from several threads. What needs the catalogue or the
/// record loads it on first use, so that `quantities` never reads a table.
/// </summary>
internal sealed record Engine
{
    /// <summary>Starts loading what the other parts need, in the background, while texts are being opened.</summary>
    public Action Prepare { get; init; } = () => { };

    /// <summary>Bytes, their path, and the publication date that the user gave (or null) → the document, or what is wrong with it.</summary>
    public required Func<byte[], string, Period?, Outcome<Document>> Read { get; init; }

    /// <summary>The same for files that may hold several texts; null reads one of each.</summary>
    public Func<byte[], string, Period?, Outcome<Document[]>>? ReadAll { get; init; }

    public required Func<Document, CancellationToken, ExtractionResult> Extract { get; init; }

    /// <summary>The last argument but one is the day up to which the record is consulted.</summary>
    public required Func<Document, ExtractionResult, LocalDate, CancellationToken, CheckReport> Check { get; init; }

    /// <summary>A claim that was checked and the day up to which the record is consulted → what it is about over the years around, or why that has no course; null where there is no such part.</summary>
    public Func<CheckedClaim, LocalDate, ClaimSeries?> Series { get; init; } = static (_, _) => null;

    /// <summary>What lays several texts beside each other, with the record as known on a day; null where there is no such part.</summary>
    public Func<LocalDate, TextJoin?> Join { get; init; } = static _ => null;

    /// <summary>What decides forecasts by the record as known on a day; null where there is no such part.</summary>
    public Func<LocalDate, ForecastResolver?> Resolver { get; init; } = static _ => null;

    /// <summary>An expression and the day up to which the record is consulted → its value, or the located error.</summary>
    public required Func<string, LocalDate, Outcome<Answer>> Ask { get; init; }

    /// <summary>What is wrong with an expression that is meant as a claim, each fault located; none where it is one.</summary>
    public Func<string, IReadOnlyList<LanguageError>> Faults { get; init; } = static _ => [];

    /// <summary>What arguments' files are read with, as of a day.</summary>
    public Func<LocalDate, CancellationToken, ArgumentTools> Arguing { get; init; } = static (_, _) => throw new NotSupportedException();

    /// <summary>The quantities of one sentence.</summary>
    public required Func<string, IReadOnlyList<ReportedQuantity>> Quantities { get; init; }

    /// <summary>The profile of two parties, or which of them is not known.</summary>
    public Func<ProfileWish, CancellationToken, Outcome<PairProfile>> Profile { get; init; } =
        static (_, _) => throw new NotSupportedException();

    /// <summary>What each of two states would lose without the other, on bases up to a year.</summary>
    public Func<
        string,
        string,
        int,
        CancellationToken,
        (IReadOnlyList<LossReading> Readings, IReadOnlyList<LossGap> Gaps)
    > Losses { get; init; } = static (_, _, _, _) => ([], []);

    /// <summary>A region of a base, the years to tell, and the day up to which the record is consulted → its trade as recorded.</summary>
    public Func<
        Models.Equilibrium.TradeWorld,
        string,
        IReadOnlyList<int>,
        LocalDate,
        IReadOnlyList<Models.Equilibrium.ObservedSide>
    > Observed { get; init; } = static (_, _, _, _) => [];

    public required Func<RecordTables> Record { get; init; }

    /// <summary>The figures that answer a question: shipped, own and imported, each release by itself.</summary>
    public Func<RecordQuery, IReadOnlyList<Observation>> Figures { get; init; } = static _ => [];

    /// <summary>An expression and a value → the fact that they say, or what is wrong with them.</summary>
    public Func<string, string, FactOutcome> Fact { get; init; } = static (_, _) => new();

    /// <summary>The catalogue's measures, which name the authorities.</summary>
    public Func<MeasureCatalogue?> Measures { get; init; } = static () => null;

    /// <summary>Checks some tables as <see cref="VerifyRecord"/> checks the record's.</summary>
    public Func<RecordTables, IReadOnlyList<RecordFinding>> CheckTables { get; init; } = static _ => [];

    /// <summary>What the record and the catalogue can be found by.</summary>
    public Func<IEnumerable<SearchEntry>> SearchEntries { get; init; } = static () => [];

    /// <summary>Hash of all that claims are tested against: shipped, imported and the user's own.</summary>
    public Func<string> RecordHash { get; init; } = static () => "";

    /// <summary>Who is meant by the codes of data files.</summary>
    public Func<StateCodes> States { get; init; } = static () => new([], []);

    /// <summary>The states and organisations of the catalogue, to be found by name.</summary>
    public Func<PartyBook> Parties { get; init; } = static () => throw new NotSupportedException();

    /// <summary>Two parties' codes and the day → the yearly series by which their alignment is measured; none where they are not two.</summary>
    public Func<string, string, LocalDate, IReadOnlyList<AlignmentSeries>> Alignment { get; init; } = static (_, _, _) => [];

    /// <summary>Two parties and the day → what the record holds of the two with a date, the oldest first.</summary>
    public Func<ProfileParty, ProfileParty, LocalDate, IReadOnlyList<TimelineEvent>> Timeline { get; init; } = static (_, _, _) => [];

    /// <summary>Who is meant by a name or a code in plain words: the code of a state or organisation; null where nobody is known by it.</summary>
    public Func<string, string?> Party { get; init; } = static _ => null;

    /// <summary>Folders with descriptions of voting bodies, the user's own first.</summary>
    public Func<IReadOnlyList<string>> Bodies { get; init; } = static () => [];

    /// <summary>The report with the series of its claims, for what draws them.</summary>
    public CheckReport WithSeries(CheckReport report, LocalDate asOf, CancellationToken cancellation)
    {
        var claims = new List<CheckedClaim>(report.Claims.Count);
        foreach (var claim in report.Claims)
        {
            cancellation.ThrowIfCancellationRequested();
            claims.Add(claim with { Series = Series(claim, asOf) });
        }
        return report with { Claims = claims };
    }

    /// <summary>Checks the record's tables; one line for each thing wrong, located.</summary>
    public required Func<IReadOnlyList<string>> VerifyRecord { get; init; }
}

/// <summary>Whose profile is asked for: codes or names as typed, years, and the day up to which the record is consulted.</summary>
internal sealed record ProfileWish(string First, string Second, int From, int To, LocalDate AsOf)
{
    /// <summary>Other pairs to lay beside it.</summary>
    public IReadOnlyList<(string First, string Second)> Beside { get; init; } = [];
}

/// <summary>A value, or the problem that kept it from being.</summary>
internal readonly record struct Outcome<T>
    where T : class
{
    public T? Value { get; private init; }

    public InputProblem? Problem { get; private init; }

    public static implicit operator Outcome<T>(T value) => new() { Value = value };

    public static implicit operator Outcome<T>(InputProblem problem) => new() { Problem = problem };
}
