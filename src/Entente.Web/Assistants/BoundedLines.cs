namespace Entente.Web.Assistants;

/// <summary>
/// A client's lines, none endless: of a line over the limit only its beginning is passed on, up to its end, so that it is answered as a broken message
/// and the next one is heard. A read that waits can be cancelled, which reading a console or a pipe cannot.
/// </summary>
/// <param name="input">The client's end.</param>
/// <param name="atEnd">What is waited for before the end is passed on.</param>
internal sealed class BoundedLines(Stream input, Func<CancellationToken, Task>? atEnd = null, int longest = BoundedLines.Longest) : Stream
{
    /// <summary>More than any text that is taken inline, with its escapes.</summary>
    public const int Longest = 16 << 20;

    private readonly byte[] own = new byte[32 << 10];
    private Task<int>? waiting;
    private int filled;
    private int used;

    // Bytes of the present line that were passed on.
    private int passed;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = input.Read(buffer);
            if (read == 0)
                return 0;
            var kept = Keep(buffer[..read]);
            if (kept > 0)
                return kept;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A thread of its own waits, on memory of its own: who cancels leaves it behind, and the process ends without it.
        if (used == filled)
        {
            waiting ??= Task.Run(() => Read(own), CancellationToken.None);
            filled = await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
            (waiting, used) = (null, 0);
            if (filled == 0 && atEnd is not null)
                await atEnd(cancellationToken).ConfigureAwait(false);
        }
        var length = Math.Min(buffer.Length, filled - used);
        own.AsSpan(used, length).CopyTo(buffer.Span);
        used += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            input.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Moves what is kept of some bytes to their front.</summary>
    private int Keep(Span<byte> bytes)
    {
        var kept = 0;
        while (!bytes[kept..].IsEmpty)
        {
            var rest = bytes[kept..];
            var end = rest.IndexOf((byte)'\n');
            var length = end < 0 ? rest.Length : end;
            var fits = Math.Min(length, Math.Max(0, longest - passed));
            if (fits < length)
            {
                rest[length..].CopyTo(rest[fits..]);
                bytes = bytes[..(bytes.Length - (length - fits))];
            }
            passed += fits;
            kept += fits;
            if (end >= 0)
            {
                kept++;
                passed = 0;
            }
        }
        return kept;
    }
}
