using System.Text;
using Entente.Checking.Quotations;
using Entente.Quantities;
using Entente.Reading;

namespace Entente.Checking.Between;

/// <summary>Rows as bytes, so that a text that has not changed need not be read again to be laid beside others. Not for exchange: the form may change with the program.</summary>
public static class TextRowsCodec
{
    /// <summary>Goes into the key of whatever is kept: rows of another form are not read.</summary>
    public const int Form = 2;

    public static void Write(Stream output, TextRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write(rows.Path);
        Optional(writer, rows.Title);
        Optional(writer, rows.Published?.Text);
        writer.Write((byte)rows.PublishedBasis);
        writer.Write7BitEncodedInt(rows.Claims.Count);
        foreach (var claim in rows.Claims)
            Write(writer, claim);
        writer.Write7BitEncodedInt(rows.Quotes.Count);
        foreach (var quote in rows.Quotes)
            Write(writer, quote);
    }

    /// <exception cref="InvalidDataException">The bytes are not rows.</exception>
    public static TextRows Read(Stream input)
    {
        using var reader = new BinaryReader(input, Encoding.UTF8, leaveOpen: true);
        try
        {
            return new()
            {
                Path = reader.ReadString(),
                Title = Optional(reader),
                Published = OptionalPeriod(reader),
                PublishedBasis = (PublishedBasis)reader.ReadByte(),
                Claims = List(reader, Claim),
                Quotes = List(reader, Quote),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("these bytes are not the rows of a text", e);
        }
    }

    private static void Write(BinaryWriter writer, ClaimRow row)
    {
        Write(writer, row.Topic, row.Value);
        var definition = row.Definition;
        Optional(writer, definition.Basis);
        Optional(writer, definition.Terms);
        Optional(writer, definition.Reading);
        Optional(writer, definition.Period?.Text);
        Optional(writer, definition.Side);
        Optional(writer, definition.Authority);
        writer.Write7BitEncodedInt(definition.BorneOutBy.Count);
        foreach (var authority in definition.BorneOutBy)
            writer.Write(authority);
        writer.Write(definition.NormalGap);
        writer.Write7BitEncodedInt(row.Readings.Count);
        foreach (var (topic, value) in row.Readings)
            Write(writer, topic, value);
        writer.Write(row.Assertion);
        writer.Write(row.Claim);
        writer.Write(row.Quote);
        Optional(writer, row.Speaker);
        writer.Write((byte)row.Verdict);
        writer.Write(row.Fallback);
        writer.Write(row.Identity.Permalink);
        writer.Write(row.Identity.Words);
        writer.Write(row.Identity.Numbers);
        writer.Write((ulong)(row.Identity.Sketch >> 64));
        writer.Write((ulong)row.Identity.Sketch);
    }

    private static ClaimRow Claim(BinaryReader reader)
    {
        var (topic, value) = Topic(reader);
        return new()
        {
            Topic = topic,
            Value = value,
            Definition = new()
            {
                Basis = Optional(reader),
                Terms = Optional(reader),
                Reading = Optional(reader),
                Period = OptionalPeriod(reader),
                Side = Optional(reader),
                Authority = Optional(reader),
                BorneOutBy = List(reader, r => r.ReadString()),
                NormalGap = reader.ReadDouble(),
            },
            Readings = List(reader, Topic),
            Assertion = reader.ReadString(),
            Claim = reader.ReadString(),
            Quote = reader.ReadString(),
            Speaker = Optional(reader),
            Verdict = (Verdict)reader.ReadByte(),
            Fallback = reader.ReadBoolean(),
            Identity = new(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), new(reader.ReadUInt64(), reader.ReadUInt64())),
        };
    }

    private static void Write(BinaryWriter writer, TopicKey topic, StatedValue value)
    {
        writer.Write(topic.High);
        writer.Write(topic.Low);
        writer.Write(value.Low);
        writer.Write(value.High);
        writer.Write(value.Step);
        writer.Write(value.Unit.Symbol);
    }

    private static (TopicKey, StatedValue) Topic(BinaryReader reader) =>
        (
            new(reader.ReadUInt64(), reader.ReadUInt64()),
            new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), Units.Find(reader.ReadString()))
        );

    private static void Write(BinaryWriter writer, QuoteRow row)
    {
        writer.Write(row.Quote);
        Optional(writer, row.Speaker);
        Optional(writer, row.Recorded);
        writer.Write7BitEncodedInt(row.Stems.Count);
        foreach (var stem in row.Stems)
            writer.Write(stem);
        writer.Write(row.Wording);
        writer.Write(row.AsRecorded);
    }

    private static QuoteRow Quote(BinaryReader reader) =>
        new()
        {
            Quote = reader.ReadString(),
            Speaker = Optional(reader),
            Recorded = Optional(reader),
            Stems = List(reader, r => r.ReadInt32()),
            Wording = reader.ReadUInt64(),
            AsRecorded = reader.ReadBoolean(),
        };

    private static List<T> List<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        // Not the count that broken bytes may claim: the list grows with what is there.
        var list = new List<T>(Math.Clamp(count, 0, 64));
        for (var i = 0; i < count; i++)
            list.Add(read(reader));
        return list;
    }

    private static void Optional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static string? Optional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static Period? OptionalPeriod(BinaryReader reader) => Optional(reader) is { } text ? Period.Parse(text) : null;
}
