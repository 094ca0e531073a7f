using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Entente.Application.Results;

/// <summary>
/// Results of earlier runs by a key of everything they depend on, so that a folder read again costs what has changed in it. One file that only
/// grows: an entry is key (32 bytes), length, a check of the payload, and the payload, compressed. A torn end, or one that somebody wrote
/// into, is cut off and found again by working. Safe for several threads; a second process at the same time reads and adds nothing.
/// </summary>
internal sealed class ResultStore : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    /// <summary>A store that has grown beyond this is begun anew: most of it is of texts as they no longer are.</summary>
    public const long MostBytes = 1L << 30;

    private const int HeaderLength = KeyLength + 4 + 4 + 8;
    private const int LargestPayload = 64 << 20;

    private static readonly byte[] Signature = "entente results 1\n"u8.ToArray();

    private readonly Lock gate = new();
    private readonly Dictionary<Key, (long Offset, int Packed, int Length)> entries = [];
    private readonly FileStream file;
    private readonly bool writable;
    private long end;

    private ResultStore(FileStream file, bool writable)
    {
        this.file = file;
        this.writable = writable;
    }

    /// <summary>Opens or begins a store; null where the place cannot be used, for then the work is simply done again.</summary>
    /// <param name="folder">The folder of the store, made where it is missing.</param>
    public static ResultStore? Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, "results.bin");
            if (File.Exists(path) && new FileInfo(path).Length > MostBytes)
                File.Delete(path);
            var (file, writable) = OpenFile(path);
            var store = new ResultStore(file, writable);
            if (store.Load())
                return store;
            file.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The payload of a key; null where there is none, or where it is no longer what was written.</summary>
    public byte[]? Find(ReadOnlySpan<byte> key)
    {
        (long Offset, int Packed, int Length) entry;
        lock (gate)
            if (!entries.TryGetValue(Key.Of(key), out entry))
                return null;
        try
        {
            var packed = new byte[entry.Packed + 8];
            // From the check on, which stands before the payload.
            if (RandomAccess.Read(file.SafeFileHandle, packed, entry.Offset - 8) != packed.Length)
                return null;
            if (BinaryPrimitives.ReadUInt64LittleEndian(packed) != Check(packed.AsSpan(8)))
                return null;
            var payload = new byte[entry.Length];
            using var unpacked = new DeflateStream(new MemoryStream(packed, 8, entry.Packed), CompressionMode.Decompress);
            unpacked.ReadExactly(payload);
            return payload;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Adds a payload. A store that cannot be written to stays as it is.</summary>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> payload)
    {
        if (!writable || payload.Length > LargestPayload)
            return;
        using var buffer = new MemoryStream(HeaderLength + (payload.Length / 6) + 64);
        buffer.SetLength(HeaderLength);
        buffer.Position = HeaderLength;
        using (var packing = new DeflateStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(payload);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        var packed = bytes[HeaderLength..];
        key.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[KeyLength..], packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(KeyLength + 4)..], payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[(KeyLength + 8)..], Check(packed));
        lock (gate)
        {
            if (entries.ContainsKey(Key.Of(key)))
                return;
            try
            {
                RandomAccess.Write(file.SafeFileHandle, bytes, end);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                return;
            }
            entries[Key.Of(key)] = (end + HeaderLength, packed.Length, payload.Length);
            end += bytes.Length;
        }
    }

    public void Dispose() => file.Dispose();

    private static (FileStream File, bool Writable) OpenFile(string path)
    {
        try
        {
            // Readers are let in, a second writer is not.
            return (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0), true);
        }
        catch (IOException) when (File.Exists(path))
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0), false);
        }
    }

    /// <summary>Reads where the entries are. False for a file that is not ours.</summary>
    private bool Load()
    {
        if (file.Length == 0)
        {
            if (!writable)
                return false;
            file.Write(Signature);
            file.Flush();
            end = Signature.Length;
            return true;
        }
        var signature = new byte[Signature.Length];
        if (file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false) < signature.Length)
            return false;
        if (!signature.AsSpan().SequenceEqual(Signature))
            return false;
        end = Signature.Length;
        Span<byte> header = stackalloc byte[HeaderLength];
        while (end + HeaderLength <= file.Length)
        {
            if (RandomAccess.Read(file.SafeFileHandle, header, end) < HeaderLength)
                break;
            var packed = BinaryPrimitives.ReadInt32LittleEndian(header[KeyLength..]);
            var length = BinaryPrimitives.ReadInt32LittleEndian(header[(KeyLength + 4)..]);
            if (packed < 0 || length is < 0 or > LargestPayload || end + HeaderLength + packed > file.Length)
                break;
            entries[Key.Of(header)] = (end + HeaderLength, packed, length);
            end += HeaderLength + packed;
        }
        if (writable && end < file.Length)
            file.SetLength(end);
        return true;
    }

    private static ulong Check(ReadOnlySpan<byte> packed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(packed, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private readonly record struct Key(ulong A, ulong B, ulong C, ulong D)
    {
        public static Key Of(ReadOnlySpan<byte> bytes) =>
            new(
                BinaryPrimitives.ReadUInt64LittleEndian(bytes),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..])
            );
    }
}
