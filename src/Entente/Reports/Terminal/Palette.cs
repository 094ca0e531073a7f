using Entente.Checking;

namespace Entente.Reports.Terminal;

/// <summary>Colours as escape sequences, or nothing. By hand: five sequences need no library, and its loading would be felt.</summary>
internal readonly struct Palette(bool colour)
{
    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Verdict(Verdict verdict, string text) =>
        Paint(
            verdict switch
            {
                Checking.Verdict.Supported => "32",
                Checking.Verdict.Close => "36",
                Checking.Verdict.Contradicted => "1;31",
                Checking.Verdict.Inconsistent => "1;35",
                Checking.Verdict.Disputed => "33",
                Checking.Verdict.Open or Checking.Verdict.Judgement => "34",
                _ => "2",
            },
            text
        );

    /// <summary>The text as a link where the terminal can show one; the address must have been looked at (<see cref="Links.Safe"/>).</summary>
    public string Link(string text, string? url) => colour && url is not null ? $"\u001b]8;;{url}\u001b\\{text}\u001b]8;;\u001b\\" : text;

    private string Paint(string code, string text) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
