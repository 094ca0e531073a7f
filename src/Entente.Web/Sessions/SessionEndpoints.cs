using System.Reflection;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Entente.Web.Sessions;

/// <summary>What the page asks first: which program this is, and the token that changes need.</summary>
internal static class SessionEndpoints
{
    public static string Version { get; } =
        typeof(SessionEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/session", Session)
            .WithName("session")
            .WithSummary("The program's version, its day, and the anti-forgery token that every change must carry.")
            .WithTags("Session")
            .ReturnsJson("entente/session/1");

    private static Uncached Session(HttpContext http, IAntiforgery antiforgery, Workbench workbench, Started started, ReadAhead ahead)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        http.Response.Headers.CacheControl = "no-store";
        ahead.AfterView(http.Response);
        return new Uncached(
            Answers.Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", "entente/session/1");
                json.WriteString("token", tokens.RequestToken);
                json.WriteString("header", Security.Changes.Header);
                json.WriteString("version", Version);
                json.WriteString("startedAt", InstantPattern.ExtendedIso.Format(started.At));
                json.WriteString("today", LocalDatePattern.Iso.Format(workbench.Today));
                json.WriteNumber("generation", workbench.Generation);
                json.WriteBoolean("shared", started.Options.Sharing is not null);
                json.WriteEndObject();
            })
        );
    }

    // A token belongs in no cache, so there is no ETag to ask for it by. Not private: requests are handled by generated code.
    internal sealed class Uncached(byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = Answers.Json;
            return Answers.Body(httpContext, body);
        }
    }
}
