using System.Collections.Frozen;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

/// <summary>
/// The stage in the life of a treaty, a duty or a pipeline that a word names. An instrument has several dates: what is said of its coming
/// into force is not about its signing.
/// </summary>
internal static class EventStages
{
    private static readonly FrozenDictionary<string, string> Words = Table(
        ("sign", "sign signs signed signing signature signatures concluded conclude conclusion inked initialled initialed"),
        ("force", "force effect effective"),
        (
            "end",
            "end ends ended ending removed removal remove removes lifted lifting lift dropped scrapped scrapping abolished terminated termination withdrawn withdrew"
        ),
        (
            "begin",
            "begin begins began beginning begun impose imposed imposing imposition introduced introduction slapped launch launched start started open opened opens opening inaugurated inauguration inaugurates"
        ),
        ("announce", "announce announced announces announcement announcing unveiled unveiling"),
        ("extend", "extend extended extends extension extending prolonged prolongation renewed renewal"),
        ("ratify", "ratify ratified ratifies ratification ratifying"),
        ("halt", "halt halted halts suspended suspension suspends stopped stops froze frozen"),
        ("blast", "explosion explosions explode exploded blast blasts sabotage sabotaged blew"),
        ("raise", "raise raised raises raising doubled")
    );

    // Kinds whose titles often leave the stage unsaid, and the one that is then meant.
    private static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["treaty"] = "sign",
        ["agreement"] = "sign",
        ["arms_deal"] = "sign",
        ["tariff"] = "begin",
        ["import_ban"] = "begin",
        ["export_control"] = "begin",
        ["price_cap"] = "begin",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? Of(string word) => Words.GetValueOrDefault(word);

    /// <summary>The stages that a text names.</summary>
    public static HashSet<string> Said(string text)
    {
        var stages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Split([' ', ';', ',', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
            if (Of(word.ToLowerInvariant()) is { } stage)
                stages.Add(stage);
        return stages;
    }

    /// <summary>The stages an event may be spoken of as; empty where its kind has none.</summary>
    public static HashSet<string> Of(RecordedEvent item)
    {
        var stages = Said(item.Title);
        if (stages.Count == 0 && Defaults.TryGetValue(item.Kind, out var usual))
            stages.Add(usual);
        // A duty begins when it takes effect, and an agreement is announced and signed in one breath.
        if (stages.Contains("begin") || item.Kind is "tariff" or "import_ban" or "export_control" or "price_cap" && !stages.Contains("end"))
            stages.UnionWith(["begin", "force", "announce"]);
        if (item.Kind is "agreement" or "treaty" or "arms_deal" && stages.Contains("sign"))
            stages.Add("announce");
        return stages;
    }

    private static FrozenDictionary<string, string> Table(params (string Stage, string Words)[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stage, words) in rows)
        foreach (var word in words.Split(' '))
            table[word] = stage;
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
