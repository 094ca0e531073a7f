using System.Text.Json;

namespace Entente.Web.Manual;

/// <summary>What the manual's addresses answer.</summary>
internal static class ManualJson
{
    public static void Contents(Utf8JsonWriter json, ManualContents contents)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/manual/1");
        json.WriteStartArray("groups");
        foreach (var group in contents.Groups)
        {
            json.WriteStartObject();
            json.WriteString("title", group.Title);
            json.WriteStartArray("pages");
            foreach (var page in group.Pages)
            {
                json.WriteStartObject();
                Of(json, page);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A page with what comes before and after it in the contents.</summary>
    public static void Page(Utf8JsonWriter json, ManualContents contents, ManualPage page, RenderedPage rendered)
    {
        var all = contents.Pages.ToList();
        var at = all.IndexOf(page);
        json.WriteStartObject();
        json.WriteString("page", page.Name);
        json.WriteString("title", rendered.Title);
        json.WriteString("source", "docs/" + page.Path);
        json.WriteString("html", rendered.Html);
        json.WriteStartArray("headings");
        foreach (var heading in rendered.Headings)
        {
            json.WriteStartObject();
            json.WriteNumber("level", heading.Level);
            json.WriteString("id", heading.Id);
            json.WriteString("text", heading.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Beside(json, "previous", at > 0 ? all[at - 1] : null);
        Beside(json, "next", at + 1 < all.Count ? all[at + 1] : null);
        json.WriteEndObject();
    }

    public static void Hit(Utf8JsonWriter json, ManualHit hit)
    {
        json.WriteStartObject();
        Of(json, hit.Page);
        json.WriteString("heading", hit.Section.Heading);
        json.WriteString("id", hit.Section.Id);
        json.WriteString("snippet", hit.Snippet);
        json.WriteNumber("score", hit.Score);
        json.WriteEndObject();
    }

    private static void Beside(Utf8JsonWriter json, string name, ManualPage? page)
    {
        if (page is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Of(json, page);
        json.WriteEndObject();
    }

    private static void Of(Utf8JsonWriter json, ManualPage page)
    {
        json.WriteString("page", page.Name);
        json.WriteString("title", page.Title);
    }
}
