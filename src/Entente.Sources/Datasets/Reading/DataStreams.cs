using System.Text;

namespace Entente.Sources.Datasets.Reading;

/// <summary>Counts what is read, and closes what it was opened from.</summary>
internal sealed class CountingStream(Stream inner, Action<long> count, IDisposable? owner) : ReadStream
{
    private long total;

    /// <summary>How much has been read.</summary>
    public long Total => total;

    public override int Read(byte[] buffer, int offset, int length) => Read(buffer.AsSpan(offset, length));

    public override int Read(Span<byte> buffer)
    {
        var n = inner.Read(buffer);
        count(total += n);
        return n;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
        }
        base.Dispose(disposing);
    }
}

/// <summary>
/// What a packed file unpacks to, ended with an error where that is more than any table would: a small file that unpacks to endless zeros fills
/// memory or disk, and no publisher has one.
/// </summary>
/// <param name="packed">How many bytes it was unpacked from.</param>
internal sealed class UnpackedStream(Stream inner, Func<long> packed) : ReadStream
{
    // The tightest of the public datasets unpacks to a tenth of this.
    private const long MostTimes = 300;
    private const long Always = 64 << 20;

    private long total;

    public override int Read(byte[] buffer, int offset, int length) => Read(buffer.AsSpan(offset, length));

    public override int Read(Span<byte> buffer)
    {
        var n = inner.Read(buffer);
        total += n;
        if (total > Always && total > MostTimes * packed())
            throw new IOException($"a file that unpacks to more than {MostTimes} times its size");
        return n;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>UTF-8 whatever the bytes are: a file that is no UTF-8 is taken as Windows-1252's Latin letters and passed on as UTF-8.</summary>
internal sealed class FallbackStream : ReadStream
{
    private const int Looked = 1 << 20;
    private readonly Stream inner;
    private readonly bool latin;

    /// <param name="open">Opens the bytes; called a second time to look at the first megabyte.</param>
    public FallbackStream(Func<Stream> open)
    {
        using (var look = open())
        {
            var head = new byte[Looked];
            var n = look.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
            latin = !IsUtf8(head.AsSpan(0, n));
        }
        inner = latin ? Encoding.CreateTranscodingStream(open(), Encoding.Latin1, Encoding.UTF8) : open();
    }

    public override int Read(byte[] buffer, int offset, int length) => inner.Read(buffer, offset, length);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The last letter may be cut off by the end of what was looked at.
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
            else if (bytes.Length < Looked)
                return false;
        return false;
    }
}

/// <summary>A stream that is only read.</summary>
internal abstract class ReadStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Text of a data file; a torn compressed stream becomes a located error.</summary>
internal sealed class DataFileReader(DataFileInput file, StreamReader inner) : TextReader
{
    public override int Peek() => Guarded(inner.Peek);

    public override int Read() => Guarded(inner.Read);

    public override int Read(char[] buffer, int index, int count) => Guarded(() => inner.Read(buffer, index, count));

    public override int Read(Span<char> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Torn(e);
        }
    }

    public override string? ReadLine()
    {
        try
        {
            return inner.ReadLine();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Torn(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Guarded(Func<int> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw Torn(e);
        }
    }

    private DataFileException Torn(Exception e) =>
        new(file.Name, 0, "", DataFileInput.Reason(e), "the whole file as published", "fetch it again; nothing was imported");
}
