using System.Text.Json;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Web.Assistants;

/// <summary>What went wrong, as every way in says it: where, what was found, what was expected, what to do. Never a stack trace.</summary>
internal static class AssistantProblems
{
    public static InputProblem Of(string where, string found, string expected, string? hint = null) =>
        new()
        {
            Where = where,
            Found = found,
            Expected = expected,
            Hint = hint,
        };

    public static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(Of(where, found, expected, hint));

    /// <summary>What an exception says of what was given; null where it is a defect of ours.</summary>
    public static InputProblem? Foreseen(Exception e) =>
        e switch
        {
            WrongUseException wrong => wrong.Problem,
            DataFileException file => Of(file.Where, file.Found, file.Expected, file.Hint),
            StoreException store => Of(store.Where, store.Found, store.Expected),
            _ => null,
        };

    /// <summary>A defect, in the words for whoever asked.</summary>
    public static InputProblem Defect(Exception e) =>
        Of("entente", $"a defect of Entente: {e.GetType().Name}", "an answer", "standard error of the process says more");

    public static JsonElement Json(InputProblem problem)
    {
        using var text = new Utf8Text();
        JsonText.WriteLine(
            text,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", "entente/problem/1");
                json.WriteString("where", InputProblem.OneLine(problem.Where));
                json.WriteString("found", InputProblem.OneLine(problem.Found));
                json.WriteString("expected", InputProblem.OneLine(problem.Expected));
                json.WriteString("hint", problem.Hint is { } hint ? InputProblem.OneLine(hint) : null);
                json.WriteEndObject();
            }
        );
        return Element(text);
    }

    /// <summary>What was written as JSON, to be sent on.</summary>
    public static JsonElement Element(Utf8Text text)
    {
        using var stream = new MemoryStream(text.Length);
        text.CopyTo(stream);
        using var parsed = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length), new() { MaxDepth = 256 });
        return parsed.RootElement.Clone();
    }
}
