using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class BytesTests
{
    private const string Prose = "Trade grew by a fifth — to €3 billion — in 2021. The café’s share was small.";

    private static Document Read(byte[] bytes) => DocumentReader.Read(bytes, "note.md").Document.ShouldNotBeNull();

    private static ReadError Fails(byte[] bytes)
    {
        var outcome = DocumentReader.Read(bytes, "note.md");
        outcome.Document.ShouldBeNull();
        return outcome.Error.ShouldNotBeNull();
    }

    [Fact]
    public void Utf_8_with_and_without_mark()
    {
        Read(Encoding.UTF8.GetBytes(Prose)).Text.ShouldBe(Prose);
        var marked = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Prose)]);
        marked.Text.ShouldBe(Prose);
        marked.Warnings.ShouldBeEmpty();
        marked.Sha256.Length.ShouldBe(64);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf_16_with_and_without_mark(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, true);
        Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Prose)]).Text.ShouldBe(Prose);
        var unmarked = Read(encoding.GetBytes(Prose));
        unmarked.Text.ShouldBe(Prose);
        unmarked.Warnings.ShouldHaveSingleItem().ShouldContain("UTF-16");
    }

    [Fact]
    public void Windows_1252_with_a_warning_that_says_where()
    {
        var document = Read([.. "The caf"u8, 0xE9, 0x92, .. "s share was 3 % \u0080"u8[..16]]);
        document.Text.ShouldStartWith("The café’s share");
        document.Warnings.ShouldHaveSingleItem().ShouldStartWith("byte 7: not UTF-8");
    }

    [Fact]
    public void A_damaged_utf_8_text_keeps_the_rest()
    {
        var bytes = Encoding.UTF8.GetBytes(Prose + Prose);
        var document = Read([.. bytes[..^1], 0xE2, 0x80]);
        document.Text.ShouldContain("café’s");
        document.Text.ShouldEndWith("\uFFFD");
        document.Warnings.ShouldHaveSingleItem().ShouldContain("U+FFFD");
    }

    [Fact]
    public void What_is_no_text_is_refused_with_place_and_advice()
    {
        Fails([])
            .ToString()
            .ShouldBe("note.md: found an empty file, expected a text (UTF-8, UTF-16 or Windows-1252); save the text and try again");
        Fails("  \n \n"u8.ToArray()).Found.ShouldBe("nothing but white space");
        Fails([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]).Found.ShouldBe("a JPEG photograph");
        Fails([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).Found.ShouldBe("a PNG image");
        Fails("%PDF-1.7 x"u8.ToArray()).Found.ShouldBe("a PDF file");
        var binary = Fails([.. "some words and then "u8, 0, 1, 2, 3, 4, 5, 6]);
        binary.Where.ShouldBe("byte 20");
        binary.Advice.ShouldNotBeEmpty();
        Fails([.. "ab"u8, 0x81, 0x8D, 0x90]).Found.ShouldBe("bytes of no known encoding");
    }

    [Fact]
    public void A_huge_file_is_refused_before_anything_is_done()
    {
        DocumentReader
            .TooLarge("big.md", 200L * 1024 * 1024)
            .ToString()
            .ShouldBe("big.md: found 200 MB, expected at most 64 MB; split it into its texts");
        Fails(new byte[DocumentReader.MaxBytes + 1]).Expected.ShouldBe("at most 64 MB");
    }
}
