using System.Globalization;
using Entente.Application.Composition;
using Entente.Reports;
using Entente.Reports.Profile;
using Entente.Web.Assistants.Texts;

namespace Entente.Web.Assistants.Tools;

/// <summary>`profile_pair`: what `profile` does.</summary>
internal static class ProfileTool
{
    private const int DefaultFrom = 1990;
    private const int Earliest = 1816;
    private const int LongestName = 100;

    public static AssistantTool ProfilePair { get; } =
        new(
            "profile_pair",
            "Profile a pair of states",
            """
            What the record and the measures say of two states or organisations: trade, dependence, items, votes, arms, memberships, meetings, sanctions, how
            alliance-like they are on published scales; every figure with its source and date, and what is missing with its reason. It holds no verdict and no
            forecast. Densest for China and Russia; for most pairs much is missing, which proves nothing.
            """,
            """
            {"type": "object", "additionalProperties": false, "required": ["first", "second"], "properties": {
            "first": {"type": "string", "minLength": 1, "maxLength": 100, "description": "A state or organisation: ISO 3166 code or English name.", "examples": ["CHN", "China"]},
            "second": {"type": "string", "minLength": 1, "maxLength": 100, "description": "The other one.", "examples": ["RUS"]},
            "from": {"type": "integer", "minimum": 1816, "maximum": 9999, "default": 1990, "description": "The first year of series."},
            "to": {"type": "integer", "minimum": 1816, "maximum": 9999, "description": "The last year (default: the year of as_of)."},
            "as_of": {"type": "string", "maxLength": 32, "description": "Use only figures published up to this day (default: today).", "examples": ["2022-02-24"]}}}
            """,
            Profile
        );

    private static ToolAnswer Profile(ToolCall call)
    {
        var asOf = call.AsOf();
        var to = call.Integer("to", Earliest, 9999, asOf.Year);
        var from = call.Integer("from", Earliest, 9999, Math.Min(DefaultFrom, to));
        if (from > to || to > asOf.Year)
            throw call.Wrong(
                "from and to",
                string.Create(CultureInfo.InvariantCulture, $"{from} to {to}"),
                string.Create(CultureInfo.InvariantCulture, $"years from {Earliest} to {asOf.Year}, the first not after the last")
            );
        call.Progress.Report(0, "gathering the sections");
        var outcome = call.Context.Engine.Profile(
            new(call.Text("first", LongestName), call.Text("second", LongestName), from, to, asOf),
            call.Cancellation
        );
        if (outcome.Problem is { } problem)
            throw new WrongUseException(problem);
        using var json = new Utf8Text();
        ProfileJson.Write(json, outcome.Value!, AssistantServer.Version);
        return new(AssistantProblems.Element(json), ProfileReading.Of(outcome.Value!));
    }
}
