using System.Text.Json;
using Entente.Checking.Overrides;
using Entente.Reports;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Shelf;

/// <summary>An editor's own verdict on a claim, in the same file as `entente verdict` keeps them. The computed verdict stays beside it.</summary>
internal static class VerdictEndpoints
{
    private const int Longest = 2_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var verdict = api.MapGroup("/documents/{id}/claims/{claim}/verdict").WithTags("Documents");
        verdict
            .MapPut("/", Set)
            .WithName("verdict-set")
            .WithSummary(
                "Gives a claim a verdict of the editor's own: { verdict, by, reason }. The answer has the word that stood there before, to put it back."
            )
            .Accepts<object>("application/json")
            .ReturnsJson("{ word, before }")
            .ProducesProblem(400)
            .ProducesProblem(404);
        verdict
            .MapDelete("/", Remove)
            .WithName("verdict-remove")
            .WithSummary("Takes the editor's word back.")
            .ReturnsJson("{ word, before }")
            .ProducesProblem(404);
    }

    private static async Task<IResult> Set(
        string id,
        string claim,
        HttpContext http,
        TextShelf shelf,
        Workbench workbench,
        CancellationToken cancellation
    )
    {
        using var body = await Bodies.Json(http);
        var code = Bodies.Required(body.RootElement, "verdict");
        var verdict =
            OverrideFile.VerdictOf(code)
            ?? throw new WrongUseException(
                Problems.Problem("verdict", $"'{code}'", string.Join(", ", VerdictNames.ByGravity.Select(OverrideFile.Code)))
            );
        var (by, reason) = (Line(body.RootElement, "by"), Line(body.RootElement, "reason"));
        if (shelf.Find(id, null, cancellation) is not var (_, report))
            return ShelfEndpoints.NoSuch(id);
        if (DocumentEndpoints.Find(report, claim) is not { } found)
            return DocumentEndpoints.NoSuchClaim(report, claim);
        if (found.Claim.Start >= found.Claim.End)
            return Problems.Wrong(
                Problems.Problem($"claim {claim}", "a claim without words in the text", "one with words, by which it is found again")
            );
        var word = OverrideBook.Say(report.Document, found, verdict, by, reason, workbench.Today);
        shelf.Words.Change(store =>
        {
            // An earlier word on the same claim gives way, even where the text around it has changed since.
            var rest = found.Override is { } earlier ? OverrideFile.Parse(store.File.Without(earlier.Id), store.Path) : store.File;
            store.Save(rest.With(word), workbench.Surroundings);
            return true;
        });
        return Answer(word, found.Override);
    }

    private static IResult Remove(string id, string claim, TextShelf shelf, Workbench workbench, CancellationToken cancellation)
    {
        if (shelf.Find(id, null, cancellation) is not var (_, report))
            return ShelfEndpoints.NoSuch(id);
        if (DocumentEndpoints.Find(report, claim) is not { } found)
            return DocumentEndpoints.NoSuchClaim(report, claim);
        if (found.Override is not { } word)
            return Problems.Missing($"claim {claim}", "no editor's word on it", "a claim with one");
        shelf.Words.Change(store =>
        {
            store.Save(store.File.Without(word.Id), workbench.Surroundings);
            return true;
        });
        return Answer(null, word);
    }

    private static IResult Answer(EditorsWord? word, EditorsWord? before) =>
        Answers.Of(json =>
        {
            json.WriteStartObject();
            Write(json, "word", word);
            Write(json, "before", before);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, string name, EditorsWord? word)
    {
        if (word is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("id", word.Id);
        json.WriteString("verdict", word.Verdict.Code());
        json.WriteString("by", word.By);
        json.WriteString("reason", word.Reason);
        json.WriteString("date", Period.OfDay(word.Date).Text);
        json.WriteString("computed", word.Computed.Code());
        json.WriteEndObject();
    }

    private static string Line(JsonElement body, string name)
    {
        var given = Bodies.Required(body, name).Trim();
        return given.Length is > 0 and <= Longest
            ? given
            : throw new WrongUseException(
                Problems.Problem(
                    name,
                    given.Length == 0 ? "nothing" : FormattableString.Invariant($"{given.Length} characters"),
                    $"1 to {Longest} characters"
                )
            );
    }
}
