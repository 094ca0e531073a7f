using Entente.Quantities;
using Entente.Reading;

namespace Entente.Checking.Between;

/// <summary>A hundred and twenty-eight bits of what a claim is about, so that a folder's claims are joined without keeping their expressions.</summary>
internal readonly record struct TopicKey(ulong High, ulong Low)
{
    public static TopicKey Of(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return new(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(hash),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(hash[8..])
        );
    }
}

/// <summary>One claim of one text as the join needs it. Some hundred bytes: the document itself is let go.</summary>
internal sealed record ClaimRow
{
    public required TopicKey Topic { get; init; }

    public required StatedValue Value { get; init; }

    /// <summary>What the figure is a figure of, where texts choose: basis, period, side, authority.</summary>
    public required Definition Definition { get; init; }

    /// <summary>Other readings that the words admit.</summary>
    public IReadOnlyList<(TopicKey Topic, StatedValue Value)> Readings { get; init; } = [];

    /// <summary>The assertion (or the part of it) that this row stands for, in the claim language.</summary>
    public required string Assertion { get; init; }

    public required string Claim { get; init; }

    /// <summary>The claim's words, cut where they are long.</summary>
    public required string Quote { get; init; }

    public string? Speaker { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>True where the parties or the period were filled in for want of others: such a claim never contradicts.</summary>
    public bool Fallback { get; init; }

    public required StatementIdentity Identity { get; init; }
}

/// <summary>What one text brings to the comparison with others: its date and its claims. Opaque to the reports; made and used by <see cref="TextJoin"/>.</summary>
public sealed record TextRows
{
    public required string Path { get; init; }

    public string? Title { get; init; }

    public Period? Published { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    /// <summary>The date that the text or the user gives; an inferred one is the latest that the text mentions, and may be long before it.</summary>
    internal Period? Dated => PublishedBasis is PublishedBasis.Stated or PublishedBasis.Given ? Published : null;

    internal IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    internal IReadOnlyList<Quotations.QuoteRow> Quotes { get; init; } = [];
}
