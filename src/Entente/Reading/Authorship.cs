using Entente.Reading.FrontMatter;

namespace Entente.Reading;

/// <summary>The speaker of a text's own words.</summary>
internal static class Authorship
{
    /// <summary>The author or authors by name where the text names them.</summary>
    /// <param name="metadata">What the text says of itself.</param>
    /// <param name="via">Where the names were found.</param>
    public static Speaker Of(Metadata metadata, string via = "front-matter") =>
        metadata.Authors.Count == 0
            ? new() { Role = SpeakerRole.Author, Via = "default" }
            : new()
            {
                Name = string.Join(" and ", metadata.Authors),
                Role = SpeakerRole.Author,
                Via = via,
            };
}
