using Entente.Claims;
using Entente.Reading;
using Entente.Record;

namespace Entente.Reports.Json;

/// <summary>The words by which the JSON names the cases of our enumerations. Scripts hold on to them: only ever add.</summary>
internal static class JsonNames
{
    public static string Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Note => "note",
            DocumentKind.Article => "article",
            DocumentKind.Interview => "interview",
            _ => throw Unknown(kind),
        };

    public static string Of(PublishedBasis basis) =>
        basis switch
        {
            PublishedBasis.Stated => "stated",
            PublishedBasis.Given => "given",
            PublishedBasis.Inferred => "inferred",
            PublishedBasis.Unknown => "unknown",
            _ => throw Unknown(basis),
        };

    public static string Of(SpeakerRole role) =>
        role switch
        {
            SpeakerRole.Author => "author",
            SpeakerRole.Interviewee => "interviewee",
            SpeakerRole.Quoted => "quoted",
            SpeakerRole.Unattributed => "unattributed",
            _ => throw Unknown(role),
        };

    public static string Of(ClaimKind kind) =>
        kind switch
        {
            ClaimKind.Level => "level",
            ClaimKind.Change => "change",
            ClaimKind.Share => "share",
            ClaimKind.Rank => "rank",
            ClaimKind.Count => "count",
            ClaimKind.Interval => "interval",
            ClaimKind.Comparison => "comparison",
            ClaimKind.Membership => "membership",
            ClaimKind.Event => "event",
            ClaimKind.Target => "target",
            ClaimKind.Forecast => "forecast",
            ClaimKind.Judgement => "judgement",
            ClaimKind.Argument => "argument",
            _ => throw Unknown(kind),
        };

    public static string Of(Modality modality) =>
        modality switch
        {
            Modality.Asserted => "asserted",
            Modality.Hedged => "hedged",
            Modality.Conditional => "conditional",
            Modality.Forecast => "forecast",
            Modality.Target => "target",
            Modality.Opinion => "opinion",
            Modality.Reported => "reported",
            _ => throw Unknown(modality),
        };

    public static string Of(Tier tier) =>
        tier switch
        {
            Tier.Primary => "primary",
            Tier.Agency => "agency",
            Tier.Repost => "repost",
            _ => throw Unknown(tier),
        };

    private static ArgumentOutOfRangeException Unknown<T>(T value)
        where T : struct, Enum => new(nameof(value), value, $"no name for this {typeof(T).Name}");
}
