using System.IO.Compression;

namespace Entente.Tests.Reading.Formats;

/// <summary>Packs Word documents of the tests' own.</summary>
internal static class WordPackages
{
    public static byte[] Pack(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A document of these elements of its body.</summary>
    public static byte[] OfBody(string body) =>
        Pack(
            (
                "word/document.xml",
                System.Text.Encoding.UTF8.GetBytes(
                    $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
                )
            )
        );
}
