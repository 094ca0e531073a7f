using NodaTime;

namespace Entente.Actors;

/// <summary>Reads "the Russian president", "Russia's foreign minister", "president of the European Commission" as an office of a body.</summary>
internal static class OfficePhrase
{
    public static Actor? Holder(string phrase, LocalDate day, ActorCatalogue catalogue, OfficeHolders holders)
    {
        var text = WithoutArticle(phrase.Trim());
        // A title that is an office of one body alone, or the title of one body ("European Commission president", "Fed chair").
        foreach (var title in holders.Titled(text))
        {
            var bodies = title.Of is { } one ? [one] : holders.BodiesOf(title.Office);
            if (bodies.Count == 1 && holders.Holder(title.Office, bodies[0], day) is { } holder)
                return holder;
        }
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
            if (InFront(text[..space], text[(space + 1)..], day, catalogue, holders) is { } holder)
                return holder;
        for (
            var of = text.LastIndexOf(" of ", StringComparison.Ordinal);
            of > 0;
            of = text.LastIndexOf(" of ", of - 1, StringComparison.Ordinal)
        )
            if (InFront(WithoutArticle(text[(of + 4)..]), text[..of], day, catalogue, holders) is { } holder)
                return holder;
        return null;
    }

    private static Actor? InFront(string body, string title, LocalDate day, ActorCatalogue catalogue, OfficeHolders holders)
    {
        if (holders.Titled(title).Count == 0)
            return null;
        foreach (var actor in catalogue.Named(WithoutPossessive(body)))
            if (holders.Holder(title, actor.Code, day) is { } holder)
                return holder;
        return null;
    }

    private static string WithoutArticle(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static string WithoutPossessive(string text) =>
        text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) ? text[..^2]
        : text.EndsWith('\'') || text.EndsWith('’') ? text[..^1]
        : text;
}
