using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Http;

/// <summary>The schema that an answer names in its `schema` field, for the OpenAPI document.</summary>
/// <param name="Text">What the answer is, in a line.</param>
internal sealed record AnswerDescription(string Text);

/// <summary>A parameter of the query, for the OpenAPI document.</summary>
internal sealed record QueryDescription(string Name, string Text);

/// <summary>How endpoints say what they answer with.</summary>
internal static class Described
{
    /// <summary>JSON, and what is in it: a schema's name such as `entente/check/1`, or a few words.</summary>
    public static RouteHandlerBuilder ReturnsJson(this RouteHandlerBuilder endpoint, string text) =>
        endpoint.Produces<JsonElement>(StatusCodes.Status200OK, "application/json").WithMetadata(new AnswerDescription(text));

    /// <summary>A page of a list: `{ items, next, total }`; `cursor` and `limit` are read from the query.</summary>
    public static RouteHandlerBuilder ReturnsPage(this RouteHandlerBuilder endpoint, string items) =>
        endpoint.ReturnsJson($"{{ items, next, total }}; items: {items}").WithMetadata(new Paged());

    /// <summary>Work that goes on: 202, the job, and its address in Location.</summary>
    public static RouteHandlerBuilder ReturnsJob(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<JsonElement>(StatusCodes.Status202Accepted, "application/json").WithMetadata(new AnswerDescription("the job"));

    /// <summary>What may stand in the query.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.WithMetadata(new QueryDescription(name, description));

    /// <summary>Marks lists, whose `cursor` and `limit` the document then tells.</summary>
    internal sealed record Paged;
}
