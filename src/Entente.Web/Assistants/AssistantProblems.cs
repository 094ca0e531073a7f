using System.Text.Json;
using Entente.Reports;
using Entente.Reports.Json;
using Entente.Web.Http;

namespace Entente.Web.Assistants;

/// <summary>What went wrong, as every way in says it: where, what was found, what was expected, what to do. Never a stack trace.</summary>
internal static class AssistantProblems
{
    public static WrongUseException Wrong(string where, string found, string expected, string? hint = null) =>
        new(Problems.Problem(where, found, expected, hint));

    /// <summary>A defect, in the words for whoever asked.</summary>
    public static InputProblem Defect(Exception e) =>
        Problems.Problem("entente", $"a defect of Entente: {e.GetType().Name}", "an answer", "standard error of the process says more");

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
