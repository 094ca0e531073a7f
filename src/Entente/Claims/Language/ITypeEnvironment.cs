using Entente.Measures;

namespace Entente.Claims.Language;

/// <summary>The kinds of names that an expression may use beside the functions of the language.</summary>
public enum NameKind
{
    Actor,
    Body,
    Item,
    Event,
}

/// <summary>The names that expressions may use: what the catalogue and the record know.</summary>
public interface ITypeEnvironment
{
    /// <summary>The measures, which are functions of the language, by id.</summary>
    IReadOnlyDictionary<string, MeasureDefinition> Measures { get; }

    /// <summary>True for the name of a known state, organisation, person or company (actor), a body with members that votes or meets, an item or an event.</summary>
    bool Knows(NameKind kind, string name);

    /// <summary>All names of a kind; read only to find the nearest to an unknown one.</summary>
    IEnumerable<string> Names(NameKind kind);
}
