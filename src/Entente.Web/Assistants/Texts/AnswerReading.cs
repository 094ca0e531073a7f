using System.Globalization;
using System.Text;
using Entente.Reports;

namespace Entente.Web.Assistants.Texts;

/// <summary>What an expression comes to, in few words, with every authority's figure and where it stands.</summary>
internal static class AnswerReading
{
    private const int MostOthers = 8;
    private const int MostLeaves = 8;

    public static string Of(Answer answer, string recordHash, LocalDate asOf)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{answer.Expression}\n= {Result(answer)}\n");
        if (answer.Explanation is { } explanation && !explanation.Equals(answer.Reason?.Text, StringComparison.OrdinalIgnoreCase))
            text.Append(explanation).Append('\n');
        var named = new HashSet<string>(StringComparer.Ordinal);
        var told = answer.Alternatives.DistinctBy(e => (e.Source, e.Value, e.Text, e.Url)).ToList();
        foreach (var evidence in told.Take(MostOthers))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(evidence.Lead ? "leads" : "beside it")}: {Citing.Line(evidence)}\n");
            named.UnionWith(Citing.Rows(evidence.Derivation));
        }
        if (told.Count > MostOthers)
            text.Append(CultureInfo.InvariantCulture, $"and {told.Count - MostOthers} more in the structured result\n");
        foreach (var leaf in Citing.Leaves(answer.Derivation, named).Take(MostLeaves))
            text.Append(CultureInfo.InvariantCulture, $"row: {leaf}\n");
        text.Append(CultureInfo.InvariantCulture, $"By {Citing.Vintage(recordHash, asOf)}.\n");
        if (answer.Reason is not null || Unknown(answer))
            text.Append("This record does not say; that is no evidence either way.\n");
        return text.ToString();
    }

    private static bool Unknown(Answer answer) => answer is { Holds: null, Value: null, Text: null };

    private static string Result(Answer answer) =>
        answer switch
        {
            { Holds: true } => "true",
            { Holds: false } => "false",
            { Value: { } value } => HumanNumber.Format(value, answer.Unit),
            { Text: { } words } => words,
            { Reason: { } reason } => $"cannot tell: {reason.Text} ({reason.Code})",
            _ => "cannot tell",
        };
}
