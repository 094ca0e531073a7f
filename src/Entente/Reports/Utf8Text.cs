using System.Buffers;
using System.Text;

namespace Entente.Reports;

/// <summary>
/// A part of a report in memory, as the UTF-8 that it will be written as: a run over a folder holds many at a time, and each is written once and
/// then forgotten. Bytes lie in lent pieces that go back when it is disposed of. Half a surrogate pair becomes U+FFFD. For one thread at a time.
/// </summary>
public sealed class Utf8Text : TextWriter
{
    private const int PieceLength = 32 << 10;

    private readonly List<byte[]> pieces = [];
    private readonly Encoder encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetEncoder();
    private readonly List<int> lengths = []; // of the pieces before the last: one that a character did not fit into ends early
    private int used = PieceLength;

    public Utf8Text() => CoreNewLine = ['\n'];

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>How many bytes it is; what is written after is not of it.</summary>
    public int Length
    {
        get
        {
            End();
            return lengths.Sum() + used;
        }
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // The longest character takes four bytes.
            if (used > PieceLength - 4)
                Spill();
            var piece = Room();
            encoder.Convert(buffer, piece, flush: false, out var read, out var written, out _);
            used += written;
            buffer = buffer[read..];
            if (read == 0 && written == 0)
                Spill();
        }
    }

    /// <summary>Takes bytes that are UTF-8 already; they begin and end with whole characters.</summary>
    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var room = Room();
            var part = Math.Min(room.Length, utf8.Length);
            utf8[..part].CopyTo(room);
            used += part;
            utf8 = utf8[part..];
        }
    }

    /// <summary>Writes everything to a stream.</summary>
    public void CopyTo(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        End();
        for (var i = 0; i < pieces.Count; i++)
            output.Write(pieces[i], 0, LengthOf(i));
    }

    /// <summary>Everything as one text.</summary>
    public override string ToString()
    {
        End();
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new StringBuilder(Length);
        var characters = new char[PieceLength];
        for (var i = 0; i < pieces.Count; i++)
        {
            var count = decoder.GetChars(pieces[i].AsSpan(0, LengthOf(i)), characters, flush: false);
            text.Append(characters, 0, count);
        }
        return text.ToString();
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var piece in pieces)
            ArrayPool<byte>.Shared.Return(piece);
        pieces.Clear();
        lengths.Clear();
        used = PieceLength;
        base.Dispose(disposing);
    }

    private int LengthOf(int piece) => piece < lengths.Count ? lengths[piece] : used;

    private Span<byte> Room()
    {
        if (pieces.Count == 0 || used == PieceLength)
            Spill();
        return pieces[^1].AsSpan(used, PieceLength - used);
    }

    private void Spill()
    {
        if (pieces.Count > 0)
            lengths.Add(used);
        pieces.Add(ArrayPool<byte>.Shared.Rent(PieceLength));
        used = 0;
    }

    /// <summary>A first half of a pair that waits for its second is half a pair for good.</summary>
    private void End()
    {
        if (used > PieceLength - 4)
            Spill();
        encoder.Convert([], Room(), flush: true, out _, out var written, out _);
        used += written;
    }
}
