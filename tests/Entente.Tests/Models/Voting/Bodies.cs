using Entente.Models.Voting;
using Entente.Sources.Voting;

namespace Entente.Tests.Models.Voting;

/// <summary>The bodies that ship.</summary>
internal static class Bodies
{
    public static string FileOf(string code) => Path.Combine(Clone.Root, "catalogue", "bodies", code + ".yml");

    public static VotingBody Shipped(string code) => Shipped(code, Installation.Today);

    public static VotingBody Shipped(string code, LocalDate day) => VotingBodyFile.Read(FileOf(code), day, []);
}
