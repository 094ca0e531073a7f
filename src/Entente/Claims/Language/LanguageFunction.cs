namespace Entente.Claims.Language;

/// <summary>What may stand in a place of a call.</summary>
internal enum ParameterKind
{
    /// <summary>Anything with a numeric type.</summary>
    Quantity,

    /// <summary>A state, organisation, company or person.</summary>
    Actor,

    /// <summary>An actor, or in quotes a person that the catalogue need not know.</summary>
    Person,
    ActorOrFlow,
    Flow,
    Body,

    /// <summary>A body, a set in braces or a call that gives a set.</summary>
    Group,

    /// <summary>A group, or `states`.</summary>
    Actors,
    ActorsOrEvents,
    Item,
    Measure,
    EventId,

    /// <summary>What has a place in the calendar: an event, a date, a period.</summary>
    Moment,
    Event,
    Choice,
    Resolution,
    ResolutionOrBody,
    Order,

    /// <summary>An actor, or several in braces.</summary>
    ActorOrSet,

    /// <summary>A scenario's file in quotes, or a word for measures (sanctions, export_controls, embargo).</summary>
    Scenario,

    /// <summary>A name that only the model or the record can judge: a kind of event, a scenario, a judgement.</summary>
    Word,
    Period,
}

internal sealed record Parameter(string Name, ParameterKind Kind, bool Optional = false, bool Named = false);

/// <summary>A function of the language that is no measure of the catalogue.</summary>
public sealed record LanguageFunction
{
    public required string Name { get; init; }

    /// <summary>The call as one would write it, with brackets around what may be left out.</summary>
    public required string Usage { get; init; }

    /// <summary>The type of its value, in words.</summary>
    public required string Result { get; init; }

    /// <summary>What its value is.</summary>
    public required string Meaning { get; init; }

    internal IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The type of the value from the types of the arguments, in the order of the parameters (null where left out).</summary>
    internal Func<ExpressionType?[], ExpressionType> TypeOf { get; init; } = _ => ExpressionType.Truth;

    /// <summary>True where a period may be given without a name, and is inherited where it is not given.</summary>
    internal bool TakesPeriod { get; init; }
}
