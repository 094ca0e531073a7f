namespace Entente.Reading.Text;

/// <summary>An event that a text names: its id in the record, when it was, and how many tokens its name takes.</summary>
public sealed record NamedEvent(string Id, Period Period, int Length);

/// <summary>Finds the names of recorded events in a text ("the annexation of Crimea", "Brexit"). A port: the names are the catalogue's and the record's.</summary>
public interface IEventNames
{
    /// <summary>The event whose name starts at a token (an article included or not, as the implementation likes); null where none does.</summary>
    NamedEvent? Find(IReadOnlyList<Token> tokens, int start);
}

/// <summary>What relative times are counted from.</summary>
public sealed record TimeContext
{
    /// <summary>When the text was published, as precisely as known; null when unknown: then relative times stay unresolved.</summary>
    public Period? Published { get; init; }

    /// <summary>The last date that the text gave before this statement; "later that month" counts from it.</summary>
    public Period? PreviousDate { get; init; }

    /// <summary>Names of events; null where there are none to be had.</summary>
    public IEventNames? Events { get; init; }
}
