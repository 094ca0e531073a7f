using Entente.Application.Inputs;
using Entente.Reading;

namespace Entente.Web.Assistants.Resources;

/// <summary>A text that was asked for by its address or path.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Real">The file.</param>
internal sealed record FoundText(string Uri, string Name, string Real)
{
    /// <exception cref="WrongUseException">It cannot be read.</exception>
    public byte[] Bytes()
    {
        var bytes = BoundedBytes.Read(new InputItem { Path = Real, Named = true }, () => Stream.Null);
        return bytes.Problem is { } problem ? throw new WrongUseException(problem with { Where = Name }) : bytes.Value!;
    }
}

/// <summary>Finds what an address or a path means. Nothing but the opened folders and the samples is looked into.</summary>
internal static class TextFinder
{
    /// <exception cref="WrongUseException">There is no such text.</exception>
    public static FoundText Find(AssistantSession session, string asked, CancellationToken cancellation = default) =>
        OrNull(session, asked, cancellation)
        ?? throw AssistantProblems.Wrong(
            InputProblem.OneLine(asked.Length <= 200 ? asked : asked[..200] + "…"),
            "no text of this name in the opened folders",
            "an address of resources/list (entente://document/…, entente://sample/…) or a path inside an opened folder",
            session.Opened.Roots.Count == 0 ? "no folder was opened: entente mcp FOLDER" : null
        );

    public static FoundText? OrNull(AssistantSession session, string asked, CancellationToken cancellation)
    {
        if (EntenteUri.Parse(asked) is { } address)
            return address.Kind switch
            {
                EntenteUri.Document => session.Opened.WithId(address.Name, cancellation) is { } text
                    ? new(EntenteUri.Of(EntenteUri.Document, text.Id), text.Name, text.Real)
                    : null,
                EntenteUri.Sample => ShippedFiles.Sample(session, address.Name) is { } file
                    ? new(EntenteUri.Of(EntenteUri.Sample, address.Name), $"samples/{address.Name}", file)
                    : null,
                _ => null,
            };
        if (asked.Contains("://", StringComparison.Ordinal))
        {
            // file:///… is a path; every other scheme is somebody else's.
            if (!Uri.TryCreate(asked, UriKind.Absolute, out var uri) || !uri.IsFile || uri.IsUnc)
                return null;
            asked = uri.LocalPath;
        }
        return session.Opened.At(asked) is { } opened ? new(EntenteUri.Of(EntenteUri.Document, opened.Id), opened.Name, opened.Real) : null;
    }

    /// <summary>The words of a text as they can be read: its source where that is prose, else what was found in it.</summary>
    public static string Words(Document document) =>
        document.Format is DocumentFormat.Prose or DocumentFormat.Word
            ? document.Text
            : string.Join("\n\n", document.Statements.Select(s => s.Text));
}
