using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Entente.Web.Http;

/// <summary>A stretch of a long list: `{ items, next, total }`, and the next one's address in a Link header (RFC 8288).</summary>
internal static class Paging
{
    public const int Usual = 50;
    public const int Most = 500;

    /// <param name="http">The request; its `cursor` and `limit` say which stretch.</param>
    /// <param name="items">The whole list, in an order that stays.</param>
    /// <param name="write">Writes one item.</param>
    /// <param name="whole">Writes what is to be said of the whole list, whatever the stretch.</param>
    /// <exception cref="WrongUseException">The cursor or the limit is none.</exception>
    public static IResult Of<T>(
        HttpContext http,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write,
        Action<Utf8JsonWriter>? whole = null
    )
    {
        var (start, limit) = Asked(http);
        var end = Math.Min(items.Count, start + limit);
        var next = end < items.Count ? end.ToString(CultureInfo.InvariantCulture) : null;
        if (next is not null)
            http.Response.Headers.Link = $"<{Address(http, next)}>; rel=\"next\"";
        return Answers.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            for (var i = start; i < end; i++)
                write(json, items[i]);
            json.WriteEndArray();
            json.WriteString("next", next);
            json.WriteNumber("total", items.Count);
            whole?.Invoke(json);
            json.WriteEndObject();
        });
    }

    /// <summary>Where to begin and how many, from `?cursor=&amp;limit=`.</summary>
    public static (int Start, int Limit) Asked(HttpContext http)
    {
        var query = http.Request.Query;
        return (Number(query["cursor"], "cursor", 0, 0, int.MaxValue / 2), Number(query["limit"], "limit", Usual, 1, Most));
    }

    private static string Address(HttpContext http, string next)
    {
        var query = new QueryBuilder(
            http.Request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")))
        )
        {
            { "cursor", next },
        };
        return http.Request.Path + query.ToQueryString().Value;
    }

    private static int Number(string? given, string name, int usual, int least, int most)
    {
        if (string.IsNullOrEmpty(given))
            return usual;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : throw new WrongUseException(
                Problems.Problem(name, $"'{given}'", string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"))
            );
    }
}
