using System.Text.Json;
using Entente.Application.Outputs;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Entente.Web.Http;

/// <summary>
/// What went wrong, as `application/problem+json` (RFC 9457): where, what was found, what was expected, what to do. Never a stack trace.
/// </summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public const string AntiForgery = "/problems/antiforgery";
    public const string Foreign = "/problems/foreign-request";
    public const string Token = "/problems/token";
    public const string Input = "/problems/input";
    public const string NotFound = "/problems/not-found";
    public const string TooLarge = "/problems/too-large";
    public const string Defect = "/problems/defect";

    public static InputProblem Problem(string where, string found, string expected, string? hint = null) =>
        new()
        {
            Where = where,
            Found = found,
            Expected = expected,
            Hint = hint,
        };

    /// <summary>An answer that says what is wrong with what was given.</summary>
    public static IResult Wrong(InputProblem problem, int status = StatusCodes.Status400BadRequest) =>
        new Answer(status, status == StatusCodes.Status404NotFound ? NotFound : Input, Title(status), problem);

    /// <summary>There is no such thing.</summary>
    public static IResult Missing(string where, string found, string expected, string? hint = null) =>
        Wrong(Problem(where, found, expected, hint), StatusCodes.Status404NotFound);

    public static IResult Of(string type, int status, InputProblem problem) => new Answer(status, type, Title(status), problem);

    /// <summary>What an exception that a command would end with says; null where it is a defect of ours.</summary>
    public static InputProblem? Foreseen(Exception e) =>
        e switch
        {
            WrongUseException wrong => wrong.Problem,
            DataFileException file => Problem(file.Where, file.Found, file.Expected, file.Hint),
            StoreException store => Problem(store.Where, store.Found, store.Expected),
            _ => null,
        };

    /// <summary>One line for the log and for a job's message.</summary>
    public static string Line(Exception e) =>
        Foreseen(e)?.ToString() ?? $"this is a defect of Entente: {e.GetType().Name}: {InputProblem.OneLine(e.Message)}";

    /// <summary>The border of every request.</summary>
    public static async Task Guard(HttpContext http, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            var large = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            var problem = Problem(
                http.Request.Path,
                InputProblem.OneLine(e.Message),
                large ? "a smaller request" : "a well-formed request"
            );
            await Of(large ? TooLarge : Input, e.StatusCode, problem).ExecuteAsync(http);
        }
#pragma warning disable CA1031 // The border of the program: whatever is not foreseen is a defect, said in one line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (Foreseen(e) is { } problem && !http.Response.HasStarted)
            {
                await Wrong(problem).ExecuteAsync(http);
                return;
            }
#pragma warning disable CA1848, CA1873 // Once per defect.
            log.LogError("{Method} {Path}: {Problem}", http.Request.Method, InputProblem.OneLine(http.Request.Path), Line(e));
            if (Environment.GetEnvironmentVariable("ENTENTE_DEBUG") == "1")
                log.LogError("{Exception}", e);
#pragma warning restore CA1848, CA1873
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }
            http.Response.Clear();
            await Of(
                    Defect,
                    StatusCodes.Status500InternalServerError,
                    Problem(http.Request.Path, "a defect of Entente", "an answer", "the server's own output names it")
                )
                .ExecuteAsync(http);
        }
    }

    private static string Title(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "What was given cannot be used",
            StatusCodes.Status401Unauthorized => "A token is needed",
            StatusCodes.Status403Forbidden => "Refused",
            StatusCodes.Status404NotFound => "There is no such thing",
            StatusCodes.Status409Conflict => "It is not in that state",
            StatusCodes.Status413PayloadTooLarge => "Too large",
            StatusCodes.Status500InternalServerError => "A defect of Entente",
            _ => "It cannot be done",
        };

    private sealed class Answer(int status, string type, string title, InputProblem problem) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => status;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = ContentType;
            httpContext.Response.Headers.CacheControl = "no-store";
            // What was named before the work is not what came of it.
            httpContext.Response.Headers.ETag = default;
            await Answers.Body(httpContext, Write(status, type, title, problem));
        }
    }

    public static byte[] Write(int status, string type, string title, InputProblem problem) =>
        Answers.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", problem.ToString());
            json.WriteString("where", InputProblem.OneLine(problem.Where));
            json.WriteString("found", InputProblem.OneLine(problem.Found));
            json.WriteString("expected", InputProblem.OneLine(problem.Expected));
            if (problem.Hint is { } hint)
                json.WriteString("hint", InputProblem.OneLine(hint));
            json.WriteEndObject();
        });
}
