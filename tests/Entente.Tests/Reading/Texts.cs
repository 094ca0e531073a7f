using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>Reads texts of the tests' own, and checks of every document what must hold of all.</summary>
internal static class Texts
{
    public static Document Read(string text, ReadOptions? options = null, string path = "text.md")
    {
        var outcome = DocumentReader.Read(Encoding.UTF8.GetBytes(text), path, options);
        outcome.Error.ShouldBeNull();
        var document = outcome.Document.ShouldNotBeNull();
        MapsBack(document);
        return document;
    }

    /// <summary>Every character of a statement is the document's at its place, white space and decoded references aside, and in order.</summary>
    public static void MapsBack(Document document)
    {
        var n = 0;
        foreach (var statement in document.Statements)
        {
            statement.Id.ShouldBe($"s{++n}");
            statement.Text.ShouldNotBeEmpty();
            statement.Map.ToDocument(0).ShouldBe(statement.Start);
            statement.Map.ToDocument(statement.Text.Length - 1).ShouldBe(statement.End - 1);
            var last = -1;
            for (var i = 0; i < statement.Text.Length; i++)
            {
                var at = statement.Map.ToDocument(i);
                at.ShouldBeGreaterThan(last);
                last = at;
                var (read, written) = (statement.Text[i], document.Text[at]);
                var isBlank = char.IsWhiteSpace(read) && (char.IsWhiteSpace(written) || written == '<');
                // A reference or escape begins with its sign; the second half of a character of two has a place inside it.
                if (read != written && !isBlank && written is not ('&' or '\\') && !char.IsLowSurrogate(read))
                    throw new InvalidOperationException($"{statement.Id}: '{read}' at {i} is '{written}' at {at} in: {statement.Text}");
            }
        }
    }

    /// <summary>Speaker and words of the statements, one a line.</summary>
    public static string Voices(Document document) =>
        string.Join(
            '\n',
            document
                .Statements.Where(s => !s.IsHeading)
                .Select(s => $"{s.Speaker.Name ?? "-"} [{s.Speaker.Role}, {s.Speaker.Via}]: {s.Text}")
        );

    public static Statement Saying(Document document, string words) =>
        document.Statements.First(s => s.Text.Contains(words, StringComparison.Ordinal));
}
