using Entente.Measures;
using Entente.Measures.Alignment;
using Entente.Measures.Comparing;
using Entente.Record;

namespace Entente.Checking.Evaluating;

/// <summary>What an expression is evaluated against.</summary>
public sealed record EvaluationContext
{
    public required IRecord Record { get; init; }

    public required MeasureCatalogue Measures { get; init; }

    /// <summary>Only what was known on this day is consulted.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Currencies in whose terms the words give a growth rate ("in yuan"); empty means dollars.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>The members of a group of the catalogue (`central_asia`); null for what is no definite group.</summary>
    public Func<string, IReadOnlyList<string>?> Group { get; init; } = static _ => null;

    /// <summary>The offices of a person, from the catalogue.</summary>
    public Func<string, IReadOnlyList<Actors.OfficeTerm>> Offices { get; init; } = static _ => [];

    /// <summary>The rules of voting bodies, where they are to be had.</summary>
    public IDeduction? Deduction { get; init; }

    /// <summary>The yearly series of how close two parties are, as known on a day; null where nothing reads them.</summary>
    public Func<string, string, LocalDate, IReadOnlyList<AlignmentSeries>>? Alignment { get; init; }

    /// <summary>What the first party needs of the second beside what the second needs of the first, by every measure, up to a year; null where nothing reads it.</summary>
    public Func<string, string, int, IReadOnlyList<PairedSeries>>? Dependence { get; init; }

    /// <summary>Named scenarios of trade, asked only where a claim calls for them; null where there are none.</summary>
    public Modelled.IScenarioBook? Scenarios { get; init; }

    /// <summary>What has been looked up already; null looks everything up anew. Belongs to this record and catalogue, any day.</summary>
    internal EvaluationMemo? Memo { get; init; }
}

/// <summary>What follows from rules rather than from figures.</summary>
public sealed record DeductionResult
{
    public required Verdict Verdict { get; init; }

    public required string Explanation { get; init; }

    /// <summary>The premise under which it holds.</summary>
    public string? Premise { get; init; }

    public Derivation? Derivation { get; init; }
}

/// <summary>Decides expressions that follow from rules (a veto blocks a resolution). A port: the rules of bodies live in Models.</summary>
public interface IDeduction
{
    /// <summary>Null where the expression is not of that kind.</summary>
    DeductionResult? TryCheck(Claims.Language.Expression expression, IRecord record, LocalDate asOf);
}
